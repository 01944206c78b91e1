package io.closeout.assessment;

import io.closeout.policy.Track;
import io.closeout.register.DeadlineFacts;
import io.closeout.register.DeadlineLimit;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody plans an item of the assessment track past day 180 of its scope's Conditional status. */
@Component
class ConditionalCloseout implements DeadlineLimit {

    private final StatusRows statuses;

    ConditionalCloseout(StatusRows statuses) {
        this.statuses = statuses;
    }

    @Override
    public Optional<Limit> of(DeadlineFacts item) {
        return item.track() == Track.ASSESSMENT
                ? statuses.conditionalSince(item.scopeId()).map(ConditionalCloseout::limit)
                : Optional.empty();
    }

    private static Limit limit(LocalDate statusDate) {
        return new Limit(
                CmmcStatus.lastDayConditional(statusDate),
                "Day 180 of the Conditional CMMC status of " + statusDate + ", 32 CFR 170.21(b)",
                true);
    }
}
