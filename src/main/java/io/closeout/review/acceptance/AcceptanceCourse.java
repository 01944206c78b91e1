package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemPaths;
import io.closeout.register.PoamId;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts acceptances in force and ends them. Whoever calls holds the item. */
@Component
class AcceptanceCourse {

    private final AcceptanceRows rows;
    private final ReviewRows reviews;
    private final ItemPaths paths;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    AcceptanceCourse(
            AcceptanceRows rows,
            ReviewRows reviews,
            ItemPaths paths,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.reviews = reviews;
        this.paths = paths;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** From now on the risk is accepted; what was in force before is renewed by it. */
    void begin(RiskAcceptance acceptance, Actor by) {
        PoamId item = acceptance.item();
        Optional<Long> before = rows.inForce(item);
        before.ifPresent(old -> end(old, item, EndedHow.RENEWED, "Renewed by request " + acceptance.id() + ".", by));
        rows.start(acceptance.id(), item, calendar.today());
        ledger.append(LedgerEntry.of(RequestKind.ACCEPTANCE.event("InForce"), item.subject(), by)
                .with("request", acceptance.id())
                .with("acceptanceKind", acceptance.kind())
                .with("until", acceptance.wanted().until())
                .with("renews", before.orElse(null)));
        if (before.isEmpty()) {
            paths.accept(item, acceptance.wanted().justification(), by);
        }
    }

    /**
     * It ends and the item goes back to work.
     *
     * @return {@code false} if it had ended before
     */
    boolean endAndGoOn(RiskAcceptance acceptance, EndedHow how, String why, Actor by) {
        if (!end(acceptance.id(), acceptance.item(), how, why, by)) {
            return false;
        }
        paths.endAcceptance(acceptance.item(), why, by);
        return true;
    }

    /**
     * It ends and the item stands where something else put it.
     *
     * @return {@code false} if it had ended before
     */
    boolean end(long request, PoamId item, EndedHow how, String why, Actor by) {
        if (!rows.end(request, how, why, calendar.now())) {
            return false;
        }
        reviews.close(request, calendar.now());
        ledger.append(LedgerEntry.of(RequestKind.ACCEPTANCE.event("Over"), item.subject(), by)
                .with("request", request)
                .with("endedHow", how)
                .because(why));
        events.publishEvent(new AcceptanceEnded(request, item, how, why));
        return true;
    }

    /** @throws Refused if the facts changed since they were shown */
    static void mustBeWhatWasSeen(SeenFacts now, @Nullable String seen) {
        if (seen != null && !seen.isBlank() && !seen.strip().equals(now.digest())) {
            throw Refused.because("Something material changed since this was shown. Reload the form and look again.");
        }
    }
}
