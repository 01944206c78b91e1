package io.closeout.intake.parser.acunetix;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcunetixXmlParserTest {

    private final CollectedScan scan = CollectedScan.reading("/acunetix/scan.xml");

    @Test
    void givesItemsBySiteAndPath() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "http://shop.example:8080", "Cross site scripting", Severity.HIGH, "/search"),
                        new Sighting(0, "http://shop.example:8080", "Banner", Severity.INFO, "/"),
                        new Sighting(1, "https://cdn.example", "Old library", Severity.LOW, "/old.js"));
    }

    @Test
    void keepsTheFactsOfTheItemAsText() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Cross site scripting");
        assertThat(record.family()).isEqualTo("xss");
        assertThat(record.description()).isEqualTo("Input is echoed.\n\nScripts of others run.");
        assertThat(record.solution()).isEqualTo("Encode what is written.");
        assertThat(record.output())
                .contains("Affects: /search", "Parameter: term", "Parameter term was set to a script.");
        assertThat(record.cves()).containsExactly("CVE-2026-1234");
        assertThat(record.crossReferences()).containsExactly("CWE:79");
        assertThat(record.seeAlso()).containsExactly("https://example.test/xss");
        assertThat(record.cvss().v2()).isEqualTo(4.3);
        assertThat(record.cvss().v3()).isEqualTo(6.1);
        assertThat(record.cvss().v3Vector()).startsWith("CVSS:3.0/AV:N");
        assertThat(record.toString()).doesNotContain("hush");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "Not so is marked as a false positive",
                        "Odd has the unknown severity \"purple\"",
                        "a report item without name",
                        "CVSS3 \"eleven\" is no score from 0.0 to 10.0");
    }

    @Test
    void knowsWhenTheSiteWasScannedButProvesNothing() {
        ScannedHost site = scan.hosts.get(0);
        assertThat(site.start()).isEqualTo(Instant.parse("2026-11-02T12:56:09Z"));
        assertThat(site.end()).isEqualTo(Instant.parse("2026-11-02T14:52:19Z"));
        assertThat(site.properties()).containsEntry("web-server", "nginx/1.28.0");
        assertThat(site.reached()).isFalse();
    }
}
