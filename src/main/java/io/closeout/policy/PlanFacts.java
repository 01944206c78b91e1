package io.closeout.policy;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody submits it, perhaps incomplete.
 *
 * @param milestones in the order in which the person wrote them
 * @param residualRisk what risk remains once the plan is carried out
 * @param today in the policy's zone
 */
public record PlanFacts(
        @Nullable String ownerId,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        @Nullable String remediationPlan,
        List<MilestoneFacts> milestones,
        @Nullable LocalDate plannedCompletion,
        @Nullable Severity residualRisk,
        LocalDate today) {

    public PlanFacts {
        milestones = List.copyOf(milestones);
    }
}
