package io.closeout.intake.parser.dependencytrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DependencyTrackParserTest {

    private CollectedScan scan;

    @BeforeEach
    void read() throws IOException {
        scan = CollectedScan.ofResource("/dependencytrack/findings.fpf.json");
    }

    @Test
    void keepsTheFactsOfAFinding() {
        assertThat(scan.records).hasSize(1);
        ScanRecord record = scan.records.get(0);
        assertThat(record.sighting())
                .isEqualTo(new Sighting(0, "shop", "CVE-2026-8001", Severity.HIGH, "pkg:maven/org.example/core"));
        assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(record.cvss().v2()).isEqualTo(7.5);
        assertThat(record.title()).isEqualTo("Unsafe reading in core");
        assertThat(record.description()).isEqualTo("Unsafe reading.");
        assertThat(record.solution()).isEqualTo("Upgrade to 2.3.");
        assertThat(record.family()).isEqualTo("GITHUB");
        assertThat(record.cves()).containsExactly("CVE-2026-8001");
        assertThat(record.crossReferences()).containsExactly("CWE:502", "CWE:20", "GHSA-aaaa-bbbb-eeee");
        assertThat(record.seeAlso()).containsExactly("https://ossindex.example/CVE-2026-8001");
        assertThat(record.output())
                .isEqualTo("Package: org.example/core 2.0\nLatest version: 2.3\nAnalysis: EXPLOITABLE\n"
                        + "Found by: OSSINDEX_ANALYZER");
    }

    @Test
    void namesTheProject() {
        assertThat(scan.hosts).singleElement().satisfies(project -> {
            assertThat(project.name()).isEqualTo("shop");
            assertThat(project.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00Z"));
            assertThat(project.properties()).containsEntry("version", "3.2");
        });
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "INT-1 in old has the severity \"UNASSIGNED\" and no score, so it cannot be rated",
                        "CVE-2026-8003 in old was set aside as FALSE_POSITIVE");
    }

    @Test
    void takesAProjectWithoutFindingsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("""
                {"version": "1.2", "meta": {"application": "Dependency-Track"}, "project": {"name": "shop"}, "findings": null}""");
        assertThat(clean.records).isEmpty();
        assertThat(clean.hosts).hasSize(1);
    }
}
