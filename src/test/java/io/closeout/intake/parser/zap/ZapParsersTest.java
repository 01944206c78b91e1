package io.closeout.intake.parser.zap;

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
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZapParsersTest {

    private static final Sighting WILDCARD = new Sighting(0, "https://shop.example", "10055-4", Severity.MEDIUM, "");

    @Nested
    class OfXml {

        private final CollectedScan scan = CollectedScan.reading("/zap/shop.xml");

        @Test
        void givesAlertsBySite() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(WILDCARD, new Sighting(0, "https://shop.example", "10111", Severity.INFO, ""));
        }

        @Test
        void keepsTheFactsOfTheAlertAsText() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("CSP: Wildcard Directive");
            assertThat(record.description()).isEqualTo("The policy allows everything.\n\nScripts run.");
            assertThat(record.solution()).isEqualTo("Name the sources.");
            assertThat(record.seeAlso())
                    .containsExactly("https://example.test/csp", "https://example.test/CVE-2026-7100");
            assertThat(record.cves()).containsExactly("CVE-2026-7100");
            assertThat(record.crossReferences()).containsExactly("CWE:693", "WASC:15");
            assertThat(scan.records.get(1).crossReferences()).isEmpty();
        }

        @Test
        void listsThePlacesWithoutRequests() {
            assertThat(scan.records.get(0).output()).isEqualTo("""
                            GET https://shop.example/cart?item=1, parameter Content-Security-Policy, evidence default-src *
                            POST https://shop.example/, attack *
                            script-src""");
            assertThat(scan.records.get(0).toString()).doesNotContain("hush");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "alert 10112 is marked as a false positive",
                            "alert 10113 has the unknown risk \"7\"",
                            "an alert without alertRef and pluginid");
        }

        @Test
        void listsEverySiteWithTheMomentOfTheReport() {
            assertThat(scan.hosts)
                    .extracting(ScannedHost::name)
                    .containsExactly("https://shop.example", "http://intranet.example:8080");
            assertThat(scan.hosts).allSatisfy(host -> {
                assertThat(host.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00.5Z"));
                assertThat(host.reached()).isFalse();
            });
        }
    }

    @Test
    void jsonNamesTheSameFinding() {
        CollectedScan scan = CollectedScan.reading("/zap/shop.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting()).isEqualTo(WILDCARD);
            assertThat(record.output()).isEqualTo("GET https://shop.example/cart?item=1, parameter p, evidence e");
            assertThat(record.crossReferences()).containsExactly("CWE:693", "WASC:15");
        });
        assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-11-02T08:05:00Z"));
        assertThat(scan.headers.get(0).scanner()).isEqualTo("zap");
    }

    @Test
    void alertsOfTheApiAreReadFlat() {
        CollectedScan scan = CollectedScan.reading("/zap/alerts-of-the-api.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "https://shop.example:8443", "6", Severity.HIGH, ""));
            assertThat(record.description()).isEqualTo("Files leak.");
            assertThat(record.seeAlso()).containsExactly("https://example.test/a", "https://example.test/b");
            assertThat(record.output()).contains("POST https://shop.example:8443/a?b=c", "Check 3");
        });
        assertThat(scan.skipped)
                .singleElement()
                .extracting(Skipped::why)
                .asString()
                .contains("false positive");
    }

    @Test
    void aReportWithoutAlertsIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("<OWASPZAPReport version=\"2.9.0\"></OWASPZAPReport>");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
        CollectedScan ofOneSite = CollectedScan.of(
                "{\"@version\": \"2.16.1\", \"site\": [{\"@name\": \"https://shop.example\", \"alerts\": []}]}");
        assertThat(ofOneSite.records).isEmpty();
        assertThat(ofOneSite.hosts).extracting(ScannedHost::name).containsExactly("https://shop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zap/shop.xml", "/zap/shop.json"})
    void aCutOffReportIsRefused(String sample) {
        String whole = CollectedScan.text(sample);
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 40)))
                .isInstanceOf(ScanUnreadable.class);
    }
}
