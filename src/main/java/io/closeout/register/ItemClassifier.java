package io.closeout.register;

import io.closeout.policy.DeadlineRule;
import io.closeout.policy.ItemPolicy;
import io.closeout.policy.Track;
import io.closeout.policy.Triage;
import io.closeout.policy.TriageFacts;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision tables how urgent an item is, until when, and whose. */
@Component
class ItemClassifier {

    private static final BigDecimal CRITICAL_FROM = BigDecimal.valueOf(9);

    private final ItemPolicy policy;

    ItemClassifier(ItemPolicy policy) {
        this.policy = policy;
    }

    Classification classify(NewItem item) {
        AssetImpact assets = item.impact();
        Triage proposed = policy.triage(new TriageFacts(
                item.severity(),
                decisive(item),
                assets.criticality(),
                assets.publiclyExposed(),
                item.track(),
                assets.group()));
        return with(
                proposed.priority(),
                proposed.source(),
                proposed.ownerGroup(),
                item.track(),
                item.detectedOn(),
                proposed.personNeeded());
    }

    /**
     * The tables cannot see the CVSS version. A score of 9 or more without the rating Critical is one of version 2, whose
     * bands end at High: there the rating decides.
     */
    private static @Nullable BigDecimal decisive(NewItem item) {
        boolean versionTwo = item.cvss() != null
                && item.cvss().compareTo(CRITICAL_FROM) >= 0
                && item.severity() != Severity.CRITICAL;
        return versionTwo ? null : item.cvss();
    }

    /** A person's priority counts; the deadline follows from it by the table. */
    Classification classify(PoamItem item, TriageDecision decision) {
        String source = decision.priority() == item.priority()
                ? item.prioritySource().orElse("Confirmed at triage")
                : "Set at triage, instead of " + item.priority().label();
        return with(decision.priority(), source, decision.ownerGroup(), decision.track(), item.detectedOn(), true);
    }

    private Classification with(
            Severity priority,
            String source,
            String ownerGroup,
            Track track,
            LocalDate detectedOn,
            boolean personTriages) {
        DeadlineRule deadline = policy.deadline(priority, track);
        return new Classification(
                priority, source, deadline.from(detectedOn), deadline.source(), ownerGroup, personTriages);
    }
}
