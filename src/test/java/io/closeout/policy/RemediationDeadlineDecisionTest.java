package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemediationDeadlineDecisionTest {

    private final ShippedTable table = new ShippedTable("remediationDeadline");

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, OPERATIONAL, 7,   customers quote",
        "CRITICAL, ASSESSMENT,  7,   customers quote",
        "HIGH,     OPERATIONAL, 30,  FedRAMP",
        "HIGH,     ASSESSMENT,  30,  FedRAMP",
        "MEDIUM,   OPERATIONAL, 90,  FedRAMP",
        "MEDIUM,   ASSESSMENT,  90,  FedRAMP",
        "LOW,      OPERATIONAL, 180, FedRAMP",
        "LOW,      ASSESSMENT,  180, 32 CFR 170.21(b)",
    })
    void countsDaysByPriorityAndTrack(String priority, String track, int days, String source) {
        assertThat(table.only("priority", priority, "track", track))
                .containsEntry("days", days)
                .hasEntrySatisfying(
                        "source", given -> assertThat((String) given).contains(source));
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void answersForEveryPriorityAndNeverBeyondTheCloseout(Severity priority) {
        for (Track track : Track.values()) {
            assertThat((Integer) table.only("priority", priority.name(), "track", track.name())
                            .get("days"))
                    .isBetween(1, 180);
        }
    }

    @Test
    void treatsAnUnknownPriorityAsHigh() {
        assertThat(table.only("priority", "SEVERE", "track", "OPERATIONAL")).containsEntry("days", 30);
    }
}
