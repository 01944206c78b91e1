package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.approval.Askers;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepted risks in force: what asks for another look, and their end in time. */
@Service
@Transactional
public class Acceptances {

    private final AcceptanceRequests requests;
    private final AcceptanceReviews reviews;
    private final AcceptanceRows rows;
    private final AcceptanceCourse course;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    Acceptances(
            AcceptanceRequests requests,
            AcceptanceReviews reviews,
            AcceptanceRows rows,
            AcceptanceCourse course,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.requests = requests;
        this.reviews = reviews;
        this.rows = rows;
        this.course = course;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public Optional<RiskAcceptance> inForce(PoamId item) {
        return rows.inForce(item).map(requests::get);
    }

    /** Those that end within so many days, the next to end first. */
    @Transactional(readOnly = true)
    public List<RiskAcceptance> endingWithin(int days) {
        return rows.endingBy(calendar.today().plusDays(days)).stream()
                .map(requests::get)
                .toList();
    }

    /** Whether somebody entitled to decided on the risk of the item up to that day: an acceptance in force that ends no earlier. */
    @Transactional(readOnly = true)
    public boolean cover(PoamId item, LocalDate day) {
        return inForce(item)
                .filter(each -> each.until().map(end -> !end.isBefore(day)).orElse(true))
                .isPresent();
    }

    /**
     * Its last day is over: the item goes back to work.
     *
     * @return {@code false} if it had ended before
     */
    public boolean expire(long request, Actor by) {
        RiskAcceptance acceptance = requests.get(request);
        register.hold(acceptance.item());
        String end = acceptance.until().map(LocalDate::toString).orElse("today");
        return course.endAndGoOn(acceptance, EndedHow.EXPIRED, "The acceptance ended on " + end + ".", by);
    }

    /**
     * Something happened that whoever accepted the risk must know. Without an acceptance in force nothing follows.
     *
     * @param what in words, as the reviewer reads it
     */
    public void trigger(PoamId item, Trigger trigger, String what) {
        if (rows.inForce(item).isEmpty()) {
            return;
        }
        register.hold(item);
        inForce(item).ifPresent(acceptance -> reviews.raise(acceptance, trigger, what));
    }

    /** Looks whether what stands now is still what was signed; opens a review if not. */
    public void look(PoamId item) {
        if (rows.inForce(item).isEmpty()) {
            return;
        }
        PoamItem held = register.hold(item);
        inForce(item).ifPresent(acceptance -> reviews.look(acceptance, held));
    }

    /**
     * Somebody found that a compensating control does not hold any more.
     *
     * @throws Refused for whoever could not ask for the acceptance, and without words
     */
    public void reportLapsed(PoamId id, int control, @Nullable String what, Actor by) {
        PoamItem item = register.hold(id);
        Askers.mustBeAbleToAsk(item, "another look at its acceptance", by);
        String words = Texts.stated(what, "Say what shows that the control does not hold any more.", "report", 1000);
        RiskAcceptance acceptance =
                inForce(id).orElseThrow(() -> Refused.because("No acceptance of " + id + " is in force."));
        Control lapsed = acceptance.controls().stream()
                .filter(each -> each.number() == control && each.holds())
                .findFirst()
                .orElseThrow(() -> Refused.because("There is no control number %d that holds.".formatted(control)));
        rows.lapse(acceptance.id(), control, calendar.today());
        ledger.append(LedgerEntry.of(RequestKind.ACCEPTANCE.event("ControlLapsed"), id.subject(), by)
                .with("request", acceptance.id())
                .with("control", lapsed.wanted().what())
                .because(words));
        reviews.raise(
                requests.get(acceptance.id()),
                Trigger.CONTROL_LAPSED,
                lapsed.wanted().what() + ": " + words);
    }
}
