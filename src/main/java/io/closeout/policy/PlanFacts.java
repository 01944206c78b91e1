package io.closeout.policy;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A submitted plan, of which anything may be missing. */
public record PlanFacts(
        @Nullable String ownerId,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        @Nullable String remediationPlan,
        List<MilestoneFacts> milestones,
        @Nullable LocalDate plannedCompletion,
        @Nullable Severity residualRisk,
        LocalDate today) {

    public record MilestoneFacts(String description, LocalDate due) {}
}
