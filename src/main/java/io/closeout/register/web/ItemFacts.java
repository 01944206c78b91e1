package io.closeout.register.web;

import io.closeout.access.Person;
import io.closeout.policy.Track;
import io.closeout.register.ItemStatus;
import io.closeout.register.Milestone;
import io.closeout.register.PoamItem;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API tells of an item wherever it does (design, section 8).
 *
 * @param vendorWaitUntil the last day on which it is not overdue because its vendor was asked; null if it waits for none
 */
record ItemFacts(
        String id,
        String title,
        @Nullable String description,
        Severity severity,
        @Nullable BigDecimal cvss,
        Severity priority,
        ItemStatus status,
        @Nullable Owner owner,
        String scope,
        Track track,
        String source,
        LocalDate detectedOn,
        LocalDate deadline,
        @Nullable LocalDate originalCompletion,
        @Nullable LocalDate plannedCompletion,
        boolean overdue,
        @Nullable LocalDate vendorWaitUntil,
        @Nullable String remediationPlan,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        List<Step> milestones,
        @Nullable Severity residualRisk,
        @Nullable String comments) {

    record Owner(String id, String name, @Nullable String email) {}

    /** @param number from 1, in the order of the plan */
    record Step(
            int number,
            String description,
            LocalDate due,
            LocalDate originalDue,
            @Nullable LocalDate completedOn) {

        static Step of(Milestone milestone) {
            return new Step(
                    milestone.number(),
                    milestone.description(),
                    milestone.due(),
                    milestone.originalDue(),
                    milestone.completedOn().orElse(null));
        }
    }

    static ItemFacts of(PoamItem item, @Nullable Person owner, LocalDate today) {
        return new ItemFacts(
                item.id().text(),
                item.title(),
                item.description().orElse(null),
                item.severity(),
                item.cvss().orElse(null),
                item.priority(),
                item.status(),
                owner == null ? null : new Owner(owner.id(), owner.name(), owner.email()),
                item.scopeId(),
                item.track(),
                item.source(),
                item.detectedOn(),
                item.deadline(),
                item.originalCompletion().orElse(null),
                item.plannedCompletion().orElse(null),
                item.isOverdue(today),
                item.vendorWaitUntil().orElse(null),
                item.remediationPlan().orElse(null),
                item.estimatedHours().orElse(null),
                item.resources().orElse(null),
                item.milestones().stream().map(Step::of).toList(),
                item.residualRisk().orElse(null),
                item.comments().orElse(null));
    }
}
