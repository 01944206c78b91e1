package io.closeout.register;

import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The parts of a plan that nobody signs: how, with what, and what remains. What is missing is null. */
public record PlanEdit(
        @Nullable String remediationPlan,
        @Nullable BigDecimal estimatedHours,
        @Nullable String resources,
        @Nullable Severity residualRisk,
        @Nullable String comments) {

    private static final int LONGEST_RESOURCES = 2000;
    private static final int LONGEST_TEXT = 32_767;
    private static final BigDecimal MOST_HOURS = new BigDecimal("99999");

    public PlanEdit {
        remediationPlan = checked(remediationPlan, LONGEST_TEXT, "planned remediation");
        resources = checked(resources, LONGEST_RESOURCES, "resources required");
        comments = checked(comments, LONGEST_TEXT, "comments");
        if (estimatedHours != null && (estimatedHours.signum() < 0 || estimatedHours.compareTo(MOST_HOURS) > 0)) {
            throw Refused.because("Estimated hours are a number from 0 to " + MOST_HOURS + ".");
        }
    }

    private static @Nullable String checked(@Nullable String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw Refused.because("The %s have more than %,d characters. Shorten them.".formatted(what, longest));
        }
        return text.strip();
    }

    /** As the item has it now, to be changed in parts. */
    public static PlanEdit of(PoamItem item) {
        return new PlanEdit(
                item.remediationPlan().orElse(null),
                item.estimatedHours().orElse(null),
                item.resources().orElse(null),
                item.residualRisk().orElse(null),
                item.comments().orElse(null));
    }

    public PlanEdit withRemediationPlan(@Nullable String text) {
        return new PlanEdit(text, estimatedHours, resources, residualRisk, comments);
    }

    public PlanEdit withEstimatedHours(@Nullable BigDecimal hours) {
        return new PlanEdit(remediationPlan, hours, resources, residualRisk, comments);
    }

    public PlanEdit withResources(@Nullable String text) {
        return new PlanEdit(remediationPlan, estimatedHours, text, residualRisk, comments);
    }

    public PlanEdit withResidualRisk(@Nullable Severity risk) {
        return new PlanEdit(remediationPlan, estimatedHours, resources, risk, comments);
    }

    public PlanEdit withComments(@Nullable String text) {
        return new PlanEdit(remediationPlan, estimatedHours, resources, residualRisk, text);
    }
}
