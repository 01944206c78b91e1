package io.closeout.threat;

import io.closeout.policy.Automatable;
import io.closeout.policy.ExploitedFacts;
import io.closeout.policy.ExploitedPolicy;
import io.closeout.policy.ExploitedRule;
import io.closeout.policy.TechnicalImpact;
import io.closeout.register.DeadlineFacts;
import io.closeout.threat.FeedRows.Version;
import io.closeout.threat.KevRows.Dates;
import io.closeout.threat.Knowledge.Now;
import io.closeout.threat.reading.SsvcRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What BOD 26-04 says of the CVEs of an item, by the table {@code exploitedDeadline}. Days run from detection, or from the listing if that
 * is later: nearly all due dates of the catalogue lie in the past, and no item is born overdue. A due date of the catalogue that is later
 * still counts instead. A CVE that is not listed has a row only where both of its SSVC points are known; while there is no catalogue
 * nobody knows what is listed, and nothing has a row.
 */
@Component
class Verdicts {

    private final Knowledge knowledge;
    private final ExploitedPolicy policy;

    Verdicts(Knowledge knowledge, ExploitedPolicy policy) {
        this.knowledge = knowledge;
        this.policy = policy;
    }

    /** In the order of the CVEs; those without a row are missing. */
    List<Verdict> of(DeadlineFacts item) {
        if (item.cves().isEmpty()) {
            return List.of();
        }
        Now now = knowledge.about(item.cves());
        Version catalogue = now.catalogue();
        return catalogue == null
                ? List.of()
                : item.cves().stream()
                        .sorted()
                        .map(cve -> verdict(cve, item, now, catalogue))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<Verdict> verdict(String cve, DeadlineFacts item, Now now, Version catalogue) {
        Dates listing = now.entries().get(cve);
        ExploitedFacts facts =
                facts(listing != null, item.publiclyExposed(), now.points().get(cve));
        if (listing == null && !facts.isComplete()) {
            return Optional.empty();
        }
        ExploitedRule rule = policy.rule(facts);
        LocalDate byRow = rule.setsDate() ? start(item.detectedOn(), listing).plusDays(rule.days()) : null;
        if (byRow != null && listing != null && listing.dueOn().isAfter(byRow)) {
            return Optional.of(new Verdict(cve, true, rule, listing.dueOn(), sourceByCatalogue(cve, catalogue)));
        }
        return Optional.of(
                new Verdict(cve, listing != null, rule, byRow, sourceByRow(cve, listing != null, rule, catalogue)));
    }

    private static ExploitedFacts facts(boolean listed, boolean exposed, @Nullable SsvcRecord points) {
        return new ExploitedFacts(
                listed,
                exposed,
                points == null ? Automatable.UNKNOWN : points.automatable(),
                points == null ? TechnicalImpact.UNKNOWN : points.technicalImpact());
    }

    private static LocalDate start(LocalDate detected, @Nullable Dates listing) {
        return listing != null && listing.addedOn().isAfter(detected) ? listing.addedOn() : detected;
    }

    private static String sourceByCatalogue(String cve, Version catalogue) {
        return "KEV %s, due date of the catalogue (%s)".formatted(catalogue.name(), cve);
    }

    private static String sourceByRow(String cve, boolean listed, ExploitedRule rule, Version catalogue) {
        return "%s %s, BOD 26-04 row %s%s (%s)"
                .formatted(
                        listed ? "KEV" : "Not in KEV",
                        catalogue.name(),
                        rule.words(),
                        rule.assumed() ? ", the strictest that may apply" : "",
                        cve);
    }
}
