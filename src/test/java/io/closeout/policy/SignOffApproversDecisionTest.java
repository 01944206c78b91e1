package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOffApproversDecisionTest {

    private final ShippedTable table = new ShippedTable("signOffApprovers");

    @ParameterizedTest
    @CsvSource({"-200, false", "-1, false", "0, false", "1, true", "400, true"})
    void asksLeadershipBeyondTheDeadlineWhateverThePriority(int daysBeyondDeadline, boolean leadershipSigns) {
        for (Severity priority : Severity.values()) {
            assertThat(table.only("daysBeyondDeadline", daysBeyondDeadline, "priority", priority.name()))
                    .containsEntry("leadershipSigns", leadershipSigns);
        }
    }
}
