package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementSeverityDecisionTest {

    private final ShippedTable table = new ShippedTable("requirementSeverity");
    private final RequirementSeverity severities =
            new RequirementSeverity(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({"5, HIGH", "3, MEDIUM", "1, LOW", "0, HIGH"})
    void followsThePoints(int points, Severity severity) {
        assertThat(table.only("points", points)).containsEntry("severity", severity.name());
        assertThat(severities.of(points)).isEqualTo(severity);
    }
}
