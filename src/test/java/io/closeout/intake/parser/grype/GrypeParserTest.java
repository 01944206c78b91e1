package io.closeout.intake.parser.grype;

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

class GrypeParserTest {

    private static final String WEB = "registry.halyard.example/shop/web:1.4";

    private CollectedScan scan;

    @BeforeEach
    void read() throws IOException {
        scan = CollectedScan.ofResource("/grype/image.json");
    }

    @Test
    void namesTheImage() {
        assertThat(scan.hosts).singleElement().satisfies(image -> {
            assertThat(image.name()).isEqualTo(WEB);
            assertThat(image.operatingSystem()).isEqualTo("debian 12");
            assertThat(image.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00.123456789Z"));
        });
    }

    @Test
    void callsAnAdvisoryByItsCve() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, WEB, "CVE-2026-2001", Severity.HIGH, "pkg:npm/charts"),
                        new Sighting(0, WEB, "CVE-2026-2002", Severity.LOW, "pkg:deb/debian/coreutils"),
                        new Sighting(0, WEB, "CVE-2026-2003", Severity.MEDIUM, "tar"));
    }

    @Test
    void keepsTheFactsOfBothSources() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("CVE-2026-2001 in charts");
        assertThat(record.description()).isEqualTo("Prototype pollution in charts");
        assertThat(record.cvss().v3()).isEqualTo(9.8);
        assertThat(record.cvss().v2()).isEqualTo(7.5);
        assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(record.family()).isEqualTo("github:language:javascript");
        assertThat(record.cves()).containsExactly("CVE-2026-2001");
        assertThat(record.crossReferences()).containsExactly("CWE:1321", "GHSA-aaaa-bbbb-cccc");
        assertThat(record.seeAlso())
                .containsExactly(
                        "https://github.example/advisories/GHSA-aaaa-bbbb-cccc",
                        "https://nvd.example/CVE-2026-2001",
                        "https://example.test/charts");
        assertThat(record.solution()).isEqualTo("Upgrade charts from 1.2.0 to 1.2.4 or newer.");
        assertThat(record.output())
                .startsWith("Package: charts 1.2.0\nFixed in: 1.2.4\nPath: /app/node_modules/charts/package.json");
    }

    @Test
    void readsTheLayoutOfBeforeVersion10() {
        assertThat(scan.records.get(2).cvss().v2()).isEqualTo(4.3);
        assertThat(scan.records.get(2).solution()).isEqualTo("Upgrade tar from 1.34 to 2.0 or newer.");
        assertThat(scan.records.get(1).solution()).startsWith("The vendor does not intend to fix this");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-2004 in tar has the severity \"Unknown\" and no score, so it cannot be rated",
                        "CVE-2026-2005 in tar has the unknown severity \"Purple\"",
                        "CVE-2026-2006 in bash was set aside by a rule of the scan:"
                                + " {\"vulnerability\":\"CVE-2026-2006\",\"reason\":\"no shell\"}");
    }

    @Test
    void takesAReportWithoutMatchesForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("""
                {"matches": [], "source": {"type": "directory", "target": "/src/shop"}, "descriptor": {"name": "grype"}}""");
        assertThat(clean.records).isEmpty();
        assertThat(clean.hosts).extracting(host -> host.name()).containsExactly("/src/shop");
    }
}
