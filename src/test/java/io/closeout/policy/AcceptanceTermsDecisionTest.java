package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptanceTermsDecisionTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private final AcceptanceTerms terms = new AcceptanceTerms(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({"CRITICAL, 30", "HIGH, 90", "MEDIUM, 180", "LOW, 365"})
    void limitsTheTermByTheResidualRating(Severity residual, int days) {
        assertThat(temporary(residual).longestDays()).isEqualTo(days);
        assertThat(deficiency(residual).longestDays()).isEqualTo(days);
        assertThat(temporary(residual).latestEnd(START)).contains(START.plusDays(days));
    }

    @ParameterizedTest
    @EnumSource(AcceptanceKind.class)
    void letsTheIssmSignAndThenAlwaysLeadership(AcceptanceKind kind) {
        for (Severity residual : new Severity[] {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW}) {
            assertThat(terms.rule(kind, Track.OPERATIONAL, residual).leadershipSigns())
                    .isTrue();
        }
    }

    @Test
    void refusesATemporaryAcceptanceOfARequirementWithWords() {
        AcceptanceRule rule = terms.rule(AcceptanceKind.TEMPORARY_ACCEPTANCE, Track.ASSESSMENT, Severity.LOW);

        assertThat(rule.signers()).isEqualTo(ExtensionRule.Signers.NOBODY);
        assertThat(rule.words()).contains("does not make a requirement MET", "temporary deficiency", "SSP");
    }

    @ParameterizedTest
    @EnumSource(
            value = AcceptanceKind.class,
            names = {"ENDURING_EXCEPTION", "TEMPORARY_DEFICIENCY"})
    void letsARequirementHaveWhatIsScoredMet(AcceptanceKind kind) {
        assertThat(terms.rule(kind, Track.ASSESSMENT, Severity.HIGH).leadershipSigns())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 1", "HIGH, 3", "MEDIUM, 5", "LOW, 5"})
    void wantsItDecidedInTime(Severity residual, int days) {
        assertThat(temporary(residual).decideWithinDays()).isEqualTo(days);
    }

    @Nested
    class ATemporaryAcceptance {

        @Test
        void isLookedAtAgainAtHalfLife() {
            AcceptanceRule rule = temporary(Severity.MEDIUM);
            LocalDate until = START.plusDays(100);

            assertThat(rule.nextReview(START, START, until, false)).contains(START.plusDays(50));
            assertThat(rule.nextReview(START, START.plusDays(20), until, false)).contains(START.plusDays(70));
            assertThat(rule.nextReview(START, START.plusDays(50), until, false)).isEmpty();
        }

        @Test
        void isLookedAtMonthlyWhereThatIsAsked() {
            AcceptanceRule rule = temporary(Severity.MEDIUM);

            assertThat(rule.nextReview(START, START.plusDays(30), START.plusDays(180), true))
                    .contains(START.plusDays(60));
        }

        @Test
        void isRenewedInTimeAndNeverBeforeItStarted() {
            assertThat(temporary(Severity.MEDIUM).renewalDue(START, START.plusDays(180)))
                    .contains(START.plusDays(150));
            assertThat(temporary(Severity.CRITICAL).renewalDue(START, START.plusDays(3)))
                    .contains(START);
        }
    }

    @Test
    void aDeficiencyIsLookedAtMonthly() {
        assertThat(deficiency(Severity.LOW).nextReview(START, START, START.plusDays(365), false))
                .contains(START.plusDays(30));
    }

    @Test
    void anEnduringExceptionHasNoEndAndIsLookedAtYearly() {
        AcceptanceRule rule = terms.rule(AcceptanceKind.ENDURING_EXCEPTION, Track.OPERATIONAL, Severity.CRITICAL);

        assertThat(rule.hasEnd()).isFalse();
        assertThat(rule.latestEnd(START)).isEmpty();
        assertThat(rule.renewalDue(START, null)).isEmpty();
        assertThat(rule.nextReview(START, START, null, false)).contains(START.plusDays(365));
        assertThat(rule.nextReview(START, START, null, true)).contains(START.plusDays(30));
    }

    private AcceptanceRule temporary(Severity residual) {
        return terms.rule(AcceptanceKind.TEMPORARY_ACCEPTANCE, Track.OPERATIONAL, residual);
    }

    private AcceptanceRule deficiency(Severity residual) {
        return terms.rule(AcceptanceKind.TEMPORARY_DEFICIENCY, Track.OPERATIONAL, residual);
    }
}
