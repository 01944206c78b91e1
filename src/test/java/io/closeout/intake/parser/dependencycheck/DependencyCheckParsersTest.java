package io.closeout.intake.parser.dependencycheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyCheckParsersTest {

    private static final String SHOP = "Halyard Shop";

    @ParameterizedTest
    @ValueSource(strings = {"/dependencycheck/report.json", "/dependencycheck/report.xml"})
    void saysTheSameInBothForms(String sample) throws IOException {
        CollectedScan scan = CollectedScan.ofResource(sample);
        assertThat(scan.hosts).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo(SHOP);
            assertThat(project.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00.067Z"));
        });
        ScanRecord record = scan.records.get(0);
        assertThat(record.sighting())
                .isEqualTo(new Sighting(0, SHOP, "CVE-2026-8001", Severity.CRITICAL, "pkg:maven/org.example/core"));
        assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(record.cvss().v3()).isEqualTo(9.8);
        assertThat(record.cvss().v2()).isEqualTo(7.5);
        assertThat(record.description()).isEqualTo("Unsafe reading.");
        assertThat(record.family()).isEqualTo("NVD");
        assertThat(record.cves()).containsExactly("CVE-2026-8001");
        assertThat(record.crossReferences()).containsExactly("CWE:502");
        assertThat(record.seeAlso()).containsExactly("https://example.test/core");
        assertThat(record.output())
                .isEqualTo("Package: org.example/core 2.0\nFile: core-2.0.jar\nPath: /lib/core-2.0.jar");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .contains("CVE-2026-8002 in core-2.0.jar was suppressed: another core");
    }

    @Test
    void readsTheIdentifiersOfBeforeVersion5() throws IOException {
        ScanRecord record =
                CollectedScan.ofResource("/dependencycheck/report.xml").records.get(1);
        assertThat(record.sighting())
                .isEqualTo(new Sighting(0, SHOP, "CVE-2016-0001", Severity.MEDIUM, "org.example:old"));
        assertThat(record.cvss().v2()).isEqualTo(5.0);
        assertThat(record.crossReferences()).containsExactly("CWE:79");
        assertThat(record.output()).startsWith("Package: org.example:old 1.1");
    }

    @Test
    void listsWhatNobodyRated() throws IOException {
        assertThat(CollectedScan.ofResource("/dependencycheck/report.json").skipped)
                .extracting(Skipped::why)
                .contains(
                        "GHSA-aaaa-bbbb-dddd in pkg:maven/org.example/core has the severity \"unscored\" and no score, so"
                                + " it cannot be rated");
    }
}
