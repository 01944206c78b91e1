package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalsePositiveTermsDecisionTest {

    private final FalsePositiveTerms terms = new FalsePositiveTerms(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({"CRITICAL, 90, 1", "HIGH, 180, 3", "MEDIUM, 365, 3", "LOW, 365, 3"})
    void holdsTheShorterTheWorseItWouldBe(Severity priority, int longestDays, int decideWithinDays) {
        assertThat(terms.of(priority)).satisfies(term -> {
            assertThat(term.longestDays()).isEqualTo(longestDays);
            assertThat(term.decideWithinDays()).isEqualTo(decideWithinDays);
            assertThat(term.source()).isNotBlank();
        });
    }
}
