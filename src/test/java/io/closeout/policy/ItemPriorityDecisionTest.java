package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ItemPriorityDecisionTest {

    private final ShippedTable table = new ShippedTable("itemPriority");

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,     , MEDIUM, false, CRITICAL",
        "CRITICAL, 7.5 , LOW,    false, CRITICAL",
        "HIGH,     9.0 , LOW,    false, CRITICAL",
        "MEDIUM,   9.8 , LOW,    false, CRITICAL",
        "LOW,      10.0, LOW,    false, CRITICAL",
        "HIGH,     8.9 , MEDIUM, false, HIGH",
        "HIGH,         , LOW,    false, HIGH",
        "HIGH,         , HIGH,   false, CRITICAL",
        "HIGH,     7.0 , LOW,    true,  CRITICAL",
        "MEDIUM,   5.0 , MEDIUM, false, MEDIUM",
        "MEDIUM,   5.0 , LOW,    false, MEDIUM",
        "MEDIUM,   5.0 , HIGH,   false, HIGH",
        "MEDIUM,       , LOW,    true,  HIGH",
        "LOW,      2.1 , MEDIUM, false, LOW",
        "LOW,      2.1 , HIGH,   false, MEDIUM",
        "LOW,          , LOW,    true,  MEDIUM",
        "LOW,      2.1 , HIGH,   true,  MEDIUM",
        "INFO,     0.0 , HIGH,   true,  LOW",
    })
    void ratesByScoreSeverityAndBusinessImpact(
            String severity, @Nullable BigDecimal cvss, String criticality, boolean exposed, String priority) {
        assertThat(priorityOf(severity, cvss, criticality, exposed)).isEqualTo(priority);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void answersForEveryCombinationAndNeverLowersTheRating(Severity severity) {
        for (Criticality criticality : Criticality.values()) {
            for (boolean exposed : new boolean[] {true, false}) {
                String priority = priorityOf(severity.name(), null, criticality.name(), exposed);
                assertThat(severity.isWorseThan(Severity.valueOf(priority))).isFalse();
            }
        }
    }

    @Test
    void takesAnUnknownWordSeriously() {
        assertThat(priorityOf("SEVERE", null, "LOW", false)).isEqualTo("HIGH");
    }

    private String priorityOf(String severity, @Nullable BigDecimal cvss, String criticality, boolean exposed) {
        return (String)
                table.only("severity", severity, "cvss", cvss, "criticality", criticality, "publiclyExposed", exposed)
                        .get("priority");
    }
}
