package io.closeout.register;

import io.closeout.policy.ItemPolicy;
import io.closeout.policy.Track;
import io.closeout.policy.Triage;
import io.closeout.policy.TriageFacts;
import io.closeout.register.DeadlineLimit.Limit;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision tables how urgent an item is, until when, and whose. */
@Component
class ItemClassifier {

    private static final BigDecimal CRITICAL_FROM = BigDecimal.valueOf(9);

    private final ItemPolicy policy;
    private final Deadlines deadlines;

    ItemClassifier(ItemPolicy policy, Deadlines deadlines) {
        this.policy = policy;
        this.deadlines = deadlines;
    }

    Classification classify(NewItem item) {
        AssetImpact assets = item.impact();
        Triage proposed = propose(item.severity(), item.cvss(), assets, item.track());
        return with(
                proposed.priority(),
                proposed.source(),
                proposed.ownerGroup(),
                new DeadlineFacts(
                        item.scopeId(), item.track(), item.cves(), item.detectedOn(), assets.publiclyExposed()),
                proposed.personNeeded());
    }

    /**
     * The tables cannot see the CVSS version. A score of 9 or more without the rating Critical is one of version 2, whose
     * bands end at High: there the rating decides.
     */
    private static @Nullable BigDecimal decisive(Severity severity, @Nullable BigDecimal cvss) {
        boolean versionTwo = cvss != null && cvss.compareTo(CRITICAL_FROM) >= 0 && severity != Severity.CRITICAL;
        return versionTwo ? null : cvss;
    }

    /** As if the item had this severity and score. */
    Triage propose(PoamItem item, Severity severity, @Nullable BigDecimal cvss, AssetImpact assets) {
        return propose(severity, cvss, assets, item.track());
    }

    private Triage propose(Severity severity, @Nullable BigDecimal cvss, AssetImpact assets, Track track) {
        return policy.triage(new TriageFacts(
                severity,
                decisive(severity, cvss),
                assets.criticality(),
                assets.publiclyExposed(),
                track,
                assets.group()));
    }

    /** A person's priority counts; the deadline follows from it. */
    Classification classify(PoamItem item, TriageDecision decision) {
        DeadlineFacts now = deadlines.facts(item);
        String source = decision.priority() == item.priority()
                ? item.prioritySource().orElse("Confirmed at triage")
                : "Set at triage, instead of " + item.priority().label();
        return with(
                decision.priority(),
                source,
                decision.ownerGroup(),
                new DeadlineFacts(now.scopeId(), decision.track(), now.cves(), now.detectedOn(), now.publiclyExposed()),
                true);
    }

    private Classification with(
            Severity priority, String source, String ownerGroup, DeadlineFacts facts, boolean personTriages) {
        Limit deadline = deadlines.earliest(priority, facts);
        return new Classification(priority, source, deadline.date(), deadline.source(), ownerGroup, personTriages);
    }
}
