package io.closeout.intake.parser.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HdfParserTest {

    @Nested
    class OfResults {

        private final CollectedScan scan = CollectedScan.reading("/hdf/results.json");

        @Test
        void givesControlsThatFailedOnceHoweverOftenProfilesRepeatThem() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "cad-ws01", "V-1", Severity.HIGH, "rhel9-stig"),
                            new Sighting(0, "cad-ws01", "V-5", Severity.INFO, "rhel9-stig"));
        }

        @Test
        void keepsTheFactsOfTheControl() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("File modes");
            assertThat(record.family()).isEqualTo("rhel9-stig");
            assertThat(record.description()).isEqualTo("Weak modes let others write.");
            assertThat(record.solution()).isEqualTo("Run chmod.");
            assertThat(record.output())
                    .isEqualTo("File /etc/shadow\nexpected 0000 got 0644")
                    .doesNotContain("passwd");
            assertThat(record.seeAlso()).containsExactly("https://example.test/stig");
            assertThat(record.crossReferences())
                    .containsExactly("V-1", "SV-1r2_rule", "RHEL-09-1", "CCI-001494", "AU-9", "CWE:732");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "control V-6 has the impact \"7\", which is no number from 0 to 1",
                            "control V-7 has the unknown status \"purple\"",
                            "a control without id",
                            "3 of 8 controls were skipped, and nothing is said of them");
        }

        @Test
        void speaksOfWhatPassedAndFailedAndOfNothingThatWasSkippedOrBroke() {
            CheckSelection selection = scan.headers.get(0).checks();
            assertThat(selection.ran("V-1", "")).contains(true);
            assertThat(selection.ran("V-2", "")).contains(true);
            assertThat(selection.ran("V-3", "")).contains(false);
            assertThat(selection.ran("V-4", "")).contains(false);
            assertThat(selection.ran("V-99", "")).contains(false);
        }

        @Test
        void theLastResultSaysWhen() {
            ScannedHost host = scan.hosts.get(0);
            assertThat(host.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00Z"));
            assertThat(host.reached()).isTrue();
        }
    }

    @Test
    void anInventedIdOfAMachineIsNoName() {
        CollectedScan scan = CollectedScan.reading("/hdf/inspec.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting().hostName()).isEqualTo(ScannedHost.NOT_NAMED);
            assertThat(record.sighting().scannerSeverity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.solution()).isEqualTo("Do it.");
        });
    }

    @Test
    void aProfileWithoutResultsIsNamedAsWhatItIs() {
        assertThatThrownBy(() -> CollectedScan.reading("/hdf/profile.json"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("describes a profile");
    }
}
