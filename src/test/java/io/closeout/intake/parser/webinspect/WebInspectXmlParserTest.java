package io.closeout.intake.parser.webinspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;

class WebInspectXmlParserTest {

    private final CollectedScan scan = CollectedScan.reading("/webinspect/scan.xml");

    @Test
    void givesIssuesBySiteAndPath() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "https://shop.example", "5649", Severity.CRITICAL, "/search"),
                        new Sighting(0, "https://shop.example", "10302", Severity.INFO, "/search"));
    }

    @Test
    void keepsTheFactsOfTheIssueAsText() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Cross-Site Scripting: Reflected");
        assertThat(record.family()).isEqualTo("Vulnerability");
        assertThat(record.description()).isEqualTo("Input is echoed.\n\nScripts of others run.");
        assertThat(record.solution()).isEqualTo("Encode it.");
        assertThat(record.output()).contains("Address: https://shop.example:443/search?term=x", "Open the address.");
        assertThat(record.cves()).containsExactly("CVE-2026-7777");
        assertThat(record.crossReferences()).containsExactly("CWE:79");
        assertThat(record.seeAlso()).containsExactly("https://example.test/xss");
        assertThat(record.toString()).doesNotContain("hush");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("Odd has the unknown severity \"9\"", "an issue without id and name");
    }

    @Test
    void doesNotSayWhenAndProvesNothing() {
        assertThat(scan.hosts).singleElement().satisfies(site -> {
            assertThat(site.end()).isNull();
            assertThat(site.reached()).isFalse();
        });
    }
}
