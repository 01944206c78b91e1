package io.closeout.register;

import io.closeout.policy.MilestoneFacts;
import io.closeout.policy.PlanFacts;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as submitted. Anything may be missing: {@code policy.PlanRule} says what must not be. */
public record Plan(
        @Nullable String ownerId,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        @Nullable String remediationPlan,
        List<PlannedMilestone> milestones,
        @Nullable LocalDate plannedCompletion,
        @Nullable Severity residualRisk,
        @Nullable String comments) {

    public Plan {
        milestones = List.copyOf(milestones);
    }

    PlanFacts facts(LocalDate today) {
        return new PlanFacts(
                ownerId,
                estimatedHours,
                resources,
                remediationPlan,
                milestones.stream()
                        .map(each -> new MilestoneFacts(each.description(), each.due()))
                        .toList(),
                plannedCompletion,
                residualRisk,
                today);
    }

    public record PlannedMilestone(String description, LocalDate due) {}
}
