package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.StatusCadence.Cadence;
import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusCadenceDecisionTest {

    private final ShippedTable table = new ShippedTable("statusCadence");

    @ParameterizedTest
    @CsvSource({"CRITICAL, 7, 2", "HIGH, 7, 2", "MEDIUM, 30, 5", "LOW, 30, 5"})
    void asksWeeklyAboutCriticalAndHighAndMonthlyAboutTheRest(String priority, int everyDays, int answerWithinDays) {
        assertThat(table.only("priority", priority, "vendorDependent", false))
                .containsEntry("everyDays", everyDays)
                .containsEntry("answerWithinDays", answerWithinDays);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void asksAtLeastEveryThirtyDaysAboutWhatWaitsForAVendor(Severity priority) {
        assertThat(table.only("priority", priority.name(), "vendorDependent", true))
                .containsEntry("everyDays", 30);
    }

    @Test
    void isReadByItsColumns() {
        Cadence cadence = new StatusCadence(new DmnDecisions(new ShippedDecisionModels())).of(Severity.HIGH, false);
        assertThat(cadence.everyDays()).isEqualTo(7);
        assertThat(cadence.answerWithinDays()).isEqualTo(2);
        assertThat(cadence.source()).contains("weekly");
    }
}
