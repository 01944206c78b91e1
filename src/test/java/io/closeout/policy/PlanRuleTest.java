package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private @Nullable String ownerId = "it";
    private @Nullable BigDecimal estimatedHours = new BigDecimal("0.5");
    private @Nullable String resources = "none";
    private @Nullable String remediationPlan = "Install KB5031364";
    private List<MilestoneFacts> milestones = List.of(new MilestoneFacts("Patch tested", TODAY.plusDays(10)));
    private @Nullable LocalDate plannedCompletion = TODAY.plusDays(10);
    private @Nullable Severity residualRisk = Severity.LOW;

    @Test
    void allowsACompletePlan() {
        assertThat(reasons()).isEmpty();
    }

    @Test
    void saysEverythingThatAnEmptyPlanMisses() {
        ownerId = resources = remediationPlan = null;
        estimatedHours = null;
        milestones = List.of();
        plannedCompletion = null;
        residualRisk = null;

        assertThat(reasons())
                .containsExactly(
                        "The plan names no owner. Choose who will remediate.",
                        "The plan names no estimated hours. Enter a number above 0.",
                        "The plan names no resources. Say what is needed, or \"none\".",
                        "The plan does not say how the weakness is remediated.",
                        "The plan names no planned completion date.",
                        "The plan has no milestone. Add at least one.",
                        "The plan names no residual risk. Choose Low, Moderate, High or Critical.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesBlankTextLikeNone(@Nullable String blank) {
        ownerId = resources = remediationPlan = blank;

        assertThat(reasons()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "1e-99999999"})
    void refusesHoursThatAreNotAboveZero(BigDecimal hours) {
        estimatedHours = hours;

        assertThat(reasons()).containsExactly("The plan names no estimated hours. Enter a number above 0.");
    }

    @Test
    void acceptsTenThousandHoursAndNotMore() {
        estimatedHours = new BigDecimal("10000");
        assertThat(reasons()).isEmpty();

        estimatedHours = new BigDecimal("10000.01");
        assertThat(reasons()).containsExactly("The plan estimates more than 10000 hours, the most that is accepted.");
    }

    @Test
    void refusesAMilestoneWithoutText() {
        milestones = List.of(new MilestoneFacts("Tested", TODAY), new MilestoneFacts(" ", TODAY));

        assertThat(reasons()).containsExactly("Milestone 2 has no description.");
    }

    @Test
    void refusesAMilestoneAfterThePlannedCompletion() {
        milestones = List.of(new MilestoneFacts("Tested", TODAY.plusDays(11)));

        assertThat(reasons())
                .containsExactly("Milestone 1 is due 2026-03-12, after the planned completion 2026-03-11.");
    }

    @Test
    void refusesACompletionInThePast() {
        plannedCompletion = TODAY.minusDays(1);
        milestones = List.of(new MilestoneFacts("Tested", TODAY.minusDays(1)));

        assertThat(reasons())
                .containsExactly("The planned completion 2026-02-28 is in the past. Choose today or later.");
    }

    @Test
    void acceptsACompletionToday() {
        plannedCompletion = TODAY;
        milestones = List.of(new MilestoneFacts("Tested", TODAY));

        assertThat(reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void acceptsAnyResidualRiskAboveInformational(Severity risk) {
        residualRisk = risk;

        assertThat(reasons()).hasSize(risk == Severity.INFO ? 1 : 0);
    }

    private List<String> reasons() {
        return PlanRule.reasons(new PlanFacts(
                ownerId,
                estimatedHours,
                resources,
                remediationPlan,
                milestones,
                plannedCompletion,
                residualRisk,
                TODAY));
    }
}
