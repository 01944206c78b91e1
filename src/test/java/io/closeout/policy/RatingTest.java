package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    @ParameterizedTest(name = "scanner {0}, v2 {1}, v3 {2}, v4 {3} is {4}")
    @CsvSource({
        // the v3 score decides
        "LOW,      ,     9.0,  ,     CRITICAL",
        "LOW,      ,     8.9,  ,     HIGH",
        "CRITICAL, ,     7.0,  ,     HIGH",
        "HIGH,     ,     6.9,  ,     MEDIUM",
        "HIGH,     ,     4.0,  ,     MEDIUM",
        "HIGH,     ,     3.9,  ,     LOW",
        "HIGH,     10.0, 0.1,  9.9,  LOW",
        // else v4
        "LOW,      10.0, ,     9.3,  CRITICAL",
        "CRITICAL, 2.0,  ,     5.1,  MEDIUM",
        // else v2 by its own bands
        "MEDIUM,   7.0,  ,     ,     HIGH",
        "HIGH,     10.0, ,     ,     HIGH",
        "CRITICAL, 10.0, ,     ,     CRITICAL",
        "CRITICAL, 7.0,  ,     ,     CRITICAL",
        "CRITICAL, 6.9,  ,     ,     MEDIUM",
        "HIGH,     4.0,  ,     ,     MEDIUM",
        "HIGH,     3.9,  ,     ,     LOW",
        // else the scanner
        "CRITICAL, ,     ,     ,     CRITICAL",
        "HIGH,     ,     ,     ,     HIGH",
        "MEDIUM,   ,     ,     ,     MEDIUM",
        "LOW,      ,     ,     ,     LOW",
        // never below low
        "MEDIUM,   ,     0.0,  ,     LOW",
        "LOW,      0.0,  ,     ,     LOW",
        "LOW,      ,     ,     0.0,  LOW",
    })
    void takesTheBestScoreThatTheScannerGives(Severity scanner, Double v2, Double v3, Double v4, Severity expected) {
        assertThat(Rating.of(scanner, v2, v3, v4)).isEqualTo(expected);
    }

    @Test
    void leavesInformationalResultsInformationalWhateverTheirScore() {
        assertThat(Rating.of(Severity.INFO, 10.0, 10.0, 10.0)).isEqualTo(Severity.INFO);
    }
}
