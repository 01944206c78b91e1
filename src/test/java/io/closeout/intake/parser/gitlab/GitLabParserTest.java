package io.closeout.intake.parser.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GitLabParserTest {

    private static final String CODE = ScannedHost.NOT_NAMED;

    private final CollectedScan code = CollectedScan.reading("/gitlab/code.json");
    private final CollectedScan container = CollectedScan.reading("/gitlab/container.json");

    @Test
    void locatesCodeByItsFileAndPagesByTheirSite() {
        assertThat(code.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, CODE, "find_sec_bugs_type:XSS", Severity.HIGH, "src/Page.java"),
                        new Sighting(0, CODE, "trufflehog_rule_id:Hog", Severity.MEDIUM, "compose.yml"),
                        new Sighting(
                                1, "https://shop.example:8443", "zaproxy_pluginid:10062", Severity.INFO, "/v1/trees"));
    }

    @Test
    void keepsTheFacts() {
        ScanRecord record = code.records.get(0);
        assertThat(record.title()).isEqualTo("Reflected XSS");
        assertThat(record.family()).isEqualTo("sast");
        assertThat(record.description()).isEqualTo("A parameter is written to the page.");
        assertThat(record.solution()).isEqualTo("Encode it.");
        assertThat(record.output())
                .isEqualTo("File: src/Page.java\nLines: 96 to 98\nClass: Page\nMethod: doGet\nConfidence: Medium\n"
                        + "Marked: flagged-as-likely-false-positive");
        assertThat(record.seeAlso())
                .containsExactly("https://help.example/xss", "https://rules.example/xss", "https://cwe.example/79");
        assertThat(record.crossReferences()).containsExactly("CWE:79", "find_sec_bugs_type:Find Security Bugs-XSS");
        assertThat(code.records.get(1).title()).isEqualTo("Password in URL");
        assertThat(code.records.get(1).output()).endsWith("Severity: not rated by the scanner");
        assertThat(code.records.get(2).output())
                .isEqualTo("Method: GET\nAddress: https://shop.example:8443/v1/trees?id=1\nParameter: id");
    }

    @Test
    void givesTheTimesOfTheScanToAllThatWasScanned() {
        assertThat(code.hosts).hasSize(2).allSatisfy(host -> {
            assertThat(host.start()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(host.end()).isEqualTo(Instant.parse("2026-01-02T03:05:05Z"));
            assertThat(host.properties()).containsEntry("tool", "Finder 1.2");
        });
    }

    @Test
    void takesDependenciesForWeaknessesOfPackages() {
        assertThat(container.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "registry.example/shop/web:1.2", "CVE-2026-7003", Severity.LOW, "apt"),
                        new Sighting(1, CODE, "gemnasium:ffb8", Severity.CRITICAL, "example.org/x"));
        ScanRecord record = container.records.get(0);
        assertThat(record.title()).isEqualTo("CVE-2026-7003 in apt-1.4.8");
        assertThat(record.cves()).containsExactly("CVE-2026-7003");
        assertThat(record.cvss().v3()).isEqualTo(9.8);
        assertThat(record.solution()).isEqualTo("Upgrade apt from 1.4.8 to 1.4.9");
        assertThat(record.crossReferences()).containsExactly("CWE:79");
        assertThat(record.seeAlso()).containsExactly("https://help.example/apt", "https://cve.example/7003");
        assertThat(container.records.get(1).solution()).isEmpty();
        assertThat(container.records.get(1).output()).isEqualTo("Package: example.org/x v1\nFile: go.sum");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(code.skipped)
                .extracting(Skipped::why)
                .containsExactly("x_rule:X1 in src/Page.java has the unknown severity \"Purple\"");
        assertThat(container.skipped)
                .extracting(Skipped::why)
                .containsExactly("The scan failed, says the report; it may lack results");
    }

    @Test
    void takesAReportWithoutResultsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of(
                "{\"version\": \"15.0.7\", \"vulnerabilities\": [], \"scan\": {\"type\": \"sast\", \"status\": \"success\"}}");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
