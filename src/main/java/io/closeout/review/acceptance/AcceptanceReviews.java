package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.Review.ReviewSignature;
import io.closeout.review.acceptance.ReviewAnswer.Outcome;
import io.closeout.review.acceptance.SeenFacts.Difference;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at an acceptance in force. One is open at a time: what comes up meanwhile is added to it. The ISSM signs, and leadership as
 * well where what it signed has changed.
 */
@Service
@Transactional
public class AcceptanceReviews {

    private final AcceptanceRequests requests;
    private final AcceptanceRows rows;
    private final ReviewRows reviews;
    private final Sights sights;
    private final MaterialFacts facts;
    private final AcceptanceCourse course;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    AcceptanceReviews(
            AcceptanceRequests requests,
            AcceptanceRows rows,
            ReviewRows reviews,
            Sights sights,
            MaterialFacts facts,
            AcceptanceCourse course,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.rows = rows;
        this.reviews = reviews;
        this.sights = sights;
        this.facts = facts;
        this.course = course;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** The process comes to its next look: the table's day came, unless something else opened the review before. */
    public void open(long request) {
        RiskAcceptance acceptance = requests.get(request);
        PoamItem item = register.hold(acceptance.item());
        changed(acceptance, item).ifPresent(changed -> note(acceptance, trigger(changed), names(changed)));
        if (requests.get(request).isInForce() && reviews.openFor(request).isEmpty()) {
            note(acceptance, Trigger.DUE, "");
        }
    }

    /** Whoever calls holds the item. */
    void look(RiskAcceptance acceptance, PoamItem item) {
        changed(acceptance, item).ifPresent(changed -> raise(acceptance, trigger(changed), names(changed)));
    }

    /** The facts that are not as somebody signed them. */
    private Optional<List<Difference>> changed(RiskAcceptance acceptance, PoamItem item) {
        SeenFacts now = facts.of(item, acceptance);
        return sights.levels(acceptance.id()).stream()
                .map(level -> difference(acceptance, level, now))
                .filter(changed -> !changed.isEmpty())
                .findFirst();
    }

    private static Trigger trigger(List<Difference> changed) {
        boolean listed = changed.stream()
                .anyMatch(each -> each.fact().equals(MaterialFacts.KNOWN_EXPLOITED)
                        && each.after().equals(MaterialFacts.LISTED));
        return listed ? Trigger.KEV_LISTED : Trigger.FACTS_CHANGED;
    }

    private static String names(List<Difference> changed) {
        return changed.stream().map(Difference::fact).collect(Collectors.joining(", "));
    }

    /** Adds the reason to the open review, or opens one and says so. Whoever calls holds the item. */
    void raise(RiskAcceptance acceptance, Trigger trigger, String what) {
        boolean waits = reviews.openFor(acceptance.id()).isEmpty();
        note(acceptance, trigger, what);
        if (waits) {
            events.publishEvent(new ReviewNeeded(acceptance.id()));
        }
    }

    private void note(RiskAcceptance acceptance, Trigger trigger, String what) {
        Optional<Review> open = reviews.openFor(acceptance.id());
        if (open.filter(review -> isKnown(review, trigger, what)).isPresent()) {
            return;
        }
        long review = open.map(Review::id).orElseGet(() -> reviews.open(acceptance.id(), calendar.now()));
        reviews.add(review, trigger, what, calendar.now());
        ledger.append(LedgerEntry.of(
                        RequestKind.ACCEPTANCE.event("ReviewNeeded"),
                        acceptance.item().subject(),
                        Actor.system("process"))
                .with("request", acceptance.id())
                .with("trigger", trigger)
                .because(what.isEmpty() ? null : what));
    }

    private static boolean isKnown(Review review, Trigger trigger, String what) {
        return review.reasons().stream()
                .anyMatch(each -> each.trigger() == trigger && each.what().equals(what));
    }

    /**
     * Answers the open review for whom it waits.
     *
     * @throws Refused for whoever asked, owns the item or signed already, if a control is not answered for, and if it ended or changed
     *     meanwhile
     */
    public Outcome decide(long request, ReviewAnswer answer, Actor by) {
        PoamItem item = register.hold(requests.get(request).item());
        RiskAcceptance acceptance = requests.get(request);
        Review review = openReview(acceptance);
        mustBeEntitled(acceptance, review, item, by);
        AcceptanceCourse.mustBeWhatWasSeen(facts.of(item, acceptance), answer.seen());
        if (review.decider() == Group.ISSM) {
            new ControlAnswers(acceptance, answer).mustBeComplete();
            reviews.answer(review.id(), answer.controls());
            answer.controls().forEach((number, holds) -> {
                if (!holds) {
                    rows.lapse(request, number, calendar.today());
                }
            });
        }
        reviews.sign(
                review.id(),
                new ReviewSignature(review.decider(), by.id(), answer.stands(), answer.reason(), calendar.now()));
        return answer.stands()
                ? stands(requests.get(request), review, item, answer, by)
                : ended(acceptance, review, answer, by);
    }

    private Outcome stands(RiskAcceptance acceptance, Review review, PoamItem item, ReviewAnswer answer, Actor by) {
        SeenFacts now = facts.of(item, acceptance);
        sights.add(acceptance.id(), review.decider(), by.id(), now, calendar.now());
        ledger.append(entry("Stands", acceptance, review, by)
                .with("digest", now.digest())
                .because(answer.reason()));
        if (review.decider() == Group.ISSM
                && !difference(acceptance, Group.LEADERSHIP, now).isEmpty()) {
            return Outcome.LEADERSHIP;
        }
        reviews.close(acceptance.id(), calendar.now());
        rows.reviewed(acceptance.id(), calendar.today());
        look(acceptance, item);
        return Outcome.STANDS;
    }

    private Outcome ended(RiskAcceptance acceptance, Review review, ReviewAnswer answer, Actor by) {
        ledger.append(entry("ReviewEnds", acceptance, review, by).because(answer.reason()));
        course.endAndGoOn(acceptance, EndedHow.ENDED_AT_REVIEW, String.valueOf(answer.reason()), by);
        return Outcome.ENDED;
    }

    private static LedgerEntry entry(String what, RiskAcceptance acceptance, Review review, Actor by) {
        return LedgerEntry.of(
                        RequestKind.ACCEPTANCE.event(what), acceptance.item().subject(), by)
                .with("request", acceptance.id())
                .with("review", review.id())
                .with("signedAs", review.decider().id());
    }

    private Review openReview(RiskAcceptance acceptance) {
        if (!acceptance.isInForce()) {
            throw Refused.because("This acceptance ended meanwhile (%s). Reload the page of %s."
                    .formatted(acceptance.standing(), acceptance.item()));
        }
        return reviews.openFor(acceptance.id())
                .orElseThrow(() -> Refused.because("Somebody answered this re-review already. Reload the page of %s."
                        .formatted(acceptance.item())));
    }

    private static void mustBeEntitled(RiskAcceptance acceptance, Review review, PoamItem item, Actor by) {
        by.mustBeIn("answer this re-review", review.decider());
        if (by.id().equals(acceptance.approval().askedBy())) {
            throw Refused.because("You asked for this acceptance; somebody else looks at it again.");
        }
        if (item.ownerId().filter(by.id()::equals).isPresent()) {
            throw Refused.because("You own this item; somebody else looks at its acceptance again.");
        }
        if (review.signatures().stream().anyMatch(each -> each.by().equals(by.id()))) {
            throw Refused.because("You signed this re-review already; somebody else signs for leadership.");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Review> openFor(long request) {
        return reviews.openFor(request);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Review> of(long request) {
        return reviews.of(request);
    }

    /** What changed since the level signed last; empty while it stands as it was signed, or was not signed for that level. */
    @Transactional(readOnly = true)
    public List<Difference> difference(RiskAcceptance acceptance, Group level) {
        return difference(acceptance, level, requests.factsNow(acceptance));
    }

    /** Whether anybody's signature stands under something else than what is true now. */
    @Transactional(readOnly = true)
    public boolean isStale(RiskAcceptance acceptance) {
        SeenFacts now = requests.factsNow(acceptance);
        return acceptance.isInForce()
                && sights.levels(acceptance.id()).stream()
                        .anyMatch(level -> !difference(acceptance, level, now).isEmpty());
    }

    private List<Difference> difference(RiskAcceptance acceptance, Group level, SeenFacts now) {
        return sights.latest(acceptance.id(), level).map(seen -> seen.to(now)).orElse(List.of());
    }
}
