package io.closeout.intake.parser.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VexParsersTest {

    @Nested
    class Csaf {

        private CollectedScan scan;

        @BeforeEach
        void read() throws IOException {
            scan = CollectedScan.ofResource("/sbom/advisory.csaf.json");
        }

        @Test
        void findsEachProductThatIsAffectedOrLookedInto() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            sighting("CVE-2026-3001", Severity.CRITICAL, "pkg:generic/halyard/valve"),
                            sighting("CVE-2026-3001", Severity.MEDIUM, "Valve Controller 1.0"),
                            sighting("CVE-2026-3001", Severity.MEDIUM, "Valve Controller 1.0 in Pump 7"),
                            sighting("HAL-18", Severity.HIGH, "pkg:generic/halyard/valve"));
        }

        private static Sighting sighting(String check, Severity severity, String product) {
            return new Sighting(0, ScannedHost.NOT_NAMED, check, severity, product);
        }

        @Test
        void keepsTheFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Overflow in the web server");
            assertThat(record.description()).isEqualTo("A long header overflows a buffer.");
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.family()).isEqualTo("Halyard");
            assertThat(record.crossReferences()).containsExactly("CWE:787", "HAL-17");
            assertThat(record.seeAlso()).containsExactly("https://halyard.example/HAL-2026-001");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 10, 1));
            assertThat(record.output()).contains("Advisory: HAL-2026-001");
        }

        @Test
        void givesEachProductItsOwnAdvice() {
            assertThat(scan.records.get(0).solution())
                    .isEqualTo("Install 2.1. https://halyard.example/2.1\nClose port 80.");
            assertThat(scan.records.get(1).solution()).isEqualTo("Close port 80.");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "CVE-2026-3001 is stated to be fixed in, or not to affect: Valve Controller 2.1",
                            "CVE-2026-3003 in pkg:generic/halyard/valve has neither severity nor score",
                            "CVE-2026-3004 is stated to be fixed in, or not to affect: Valve Controller 2.0");
        }
    }

    @Test
    void refusesAnAdvisoryOfAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> CollectedScan.of("""
                {"document": {"csaf_version": "1.2"}, "vulnerabilities": []}"""))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("CSAF 1.2");
    }

    @Test
    void openVexHasNoSeverityAndSoEachStatementIsListed() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/sbom/statements.openvex.json");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-4001 is stated to be not affected: vulnerable_code_not_present",
                        "CVE-2026-4002 in pkg:apk/alpine/busybox has neither severity nor score",
                        "CVE-2026-4003 is stated to be fixed");
    }
}
