package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.ledger.Change;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what changed on an item to the ledger: every fact that differs, before and after. */
@Component
class ItemHistory {

    private final Ledger ledger;

    ItemHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    void opened(List<PoamItem> items, Actor by) {
        ledger.appendAll(items.stream()
                .map(item -> entry(item, "itemOpened", Map.of(), by, null))
                .toList());
    }

    void changed(PoamItem item, String kind, Map<String, String> before, Actor by, @Nullable String reason) {
        ledger.append(entry(item, kind, before, by, reason));
    }

    private static LedgerEntry entry(
            PoamItem item, String kind, Map<String, String> before, Actor by, @Nullable String reason) {
        return new LedgerEntry(kind, item.id().subject(), by, difference(before, facts(item)), reason);
    }

    private static Map<String, Change> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        after.forEach((fact, now) -> {
            String then = before.get(fact);
            if (!Objects.equals(then, now)) {
                changes.put(fact, new Change(then, now));
            }
        });
        before.forEach((fact, then) -> {
            if (!after.containsKey(fact)) {
                changes.put(fact, new Change(then, null));
            }
        });
        return changes;
    }

    /** Facts by name as text; what an item does not have yet is missing. */
    static Map<String, String> facts(PoamItem item) {
        Facts facts = new Facts();
        facts.put("title", item.title());
        facts.put("source", item.source());
        facts.put("sourceId", item.sourceId());
        facts.put("scope", item.scopeId());
        facts.put("track", item.track());
        facts.put("severity", item.severity());
        facts.put("cvss", item.cvss());
        facts.put("priority", item.priority());
        facts.put("prioritySource", item.prioritySource());
        facts.put("status", item.status());
        facts.put("detectedOn", item.detectedOn());
        facts.put("deadline", item.deadline());
        facts.put("deadlineSource", item.deadlineSource());
        facts.put("owner", item.ownerId());
        facts.put("ownerGroup", item.ownerGroup());
        facts.put("remediationPlan", item.remediationPlan());
        facts.put("estimatedHours", item.estimatedHours());
        facts.put("resources", item.resources());
        facts.put("residualRisk", item.residualRisk());
        facts.put("comments", item.comments());
        facts.put("planSubmittedBy", item.planSubmittedBy());
        facts.put("proposedCompletion", item.proposedCompletion());
        facts.put("originalCompletion", item.originalCompletion());
        facts.put("plannedCompletion", item.plannedCompletion());
        facts.put("vendorWaitUntil", item.vendorWaitUntil());
        facts.put("fixReportedBy", item.fixReportedBy());
        facts.put("verifiedBy", item.verifiedBy());
        facts.put("failedVerifications", item.failedVerifications());
        facts.put("closedOn", item.closedOn());
        facts.put("closedHow", item.closedHow());
        facts.put("reopens", item.reopens());
        facts.put("siblingOf", item.siblingOf());
        facts.put("joinedTo", item.joinedTo());
        item.milestones().forEach(each -> facts.put("milestone " + each.number(), milestone(each)));
        return facts.byName;
    }

    private static String milestone(Milestone milestone) {
        return milestone.due() + " " + milestone.description()
                + milestone.completedOn().map(on -> " (completed " + on + ")").orElse("");
    }

    private static final class Facts {

        private final Map<String, String> byName = new LinkedHashMap<>();

        void put(String name, Object fact) {
            if (fact instanceof Optional<?> maybe) {
                maybe.ifPresent(present -> byName.put(name, text(present)));
            } else {
                byName.put(name, text(fact));
            }
        }

        private static String text(Object fact) {
            return fact instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : fact.toString();
        }
    }
}
