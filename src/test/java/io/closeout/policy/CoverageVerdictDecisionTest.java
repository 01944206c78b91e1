package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.CoverageVerdict.AssetSeen;
import io.closeout.policy.CoverageVerdict.Comparison;
import io.closeout.policy.CoverageVerdict.Facts;
import io.closeout.policy.CoverageVerdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageVerdictDecisionTest {

    private final CoverageVerdict verdicts = new CoverageVerdict(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({
        "trivy-json,  trivy,  LISTED,      UNKNOWN, UNKNOWN, UNKNOWN, true,  1",
        "tenable-csv, nessus, LISTED,      PROVEN,  SAME,    SAME,    true,  7",
        "tenable-csv, nessus, MISSING,     UNKNOWN, UNKNOWN, SAME,    false, 7",
        "nmap-xml,    nmap,   ONLY_PINGED, UNKNOWN, UNKNOWN, OTHER,   true,  30",
        "nexpose-xml, nexpose,LISTED,      DENIED,  OLDER,   OTHER,   true,  0"
    })
    void provesNothingAsShipped(
            String format,
            String scanner,
            AssetSeen asset,
            String credentials,
            Comparison feed,
            Comparison policy,
            boolean dated,
            int days) {
        assertThat(verdicts.of(new Facts(format, scanner, "", asset, credentials, feed, policy, dated, days)))
                .isEqualTo(Verdict.NOT_OBSERVED);
        assertThat(new ShippedTable("coverageVerdict")
                        .only(
                                "format",
                                format,
                                "scanner",
                                scanner,
                                "family",
                                "",
                                "asset",
                                asset.name(),
                                "credentials",
                                credentials,
                                "feed",
                                feed.name(),
                                "policy",
                                policy.name(),
                                "dated",
                                dated,
                                "days",
                                days))
                .containsEntry("verdict", "NOT_OBSERVED");
    }

    @Test
    void isNotAskedAsLongAsItNamesNoFormat() {
        assertThat(verdicts.speaks()).isFalse();
    }
}
