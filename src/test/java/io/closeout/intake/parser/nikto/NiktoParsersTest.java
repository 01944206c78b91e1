package io.closeout.intake.parser.nikto;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiktoParsersTest {

    private static final String SITE = "https://shop.example";
    private static final Sighting HEADER = new Sighting(0, SITE, "999970", Severity.INFO, "/");
    private static final Sighting ADMIN = new Sighting(0, SITE, "000123", Severity.MEDIUM, "/admin/");

    private final CollectedScan xml = CollectedScan.reading("/nikto/scan.xml");
    private final CollectedScan json = CollectedScan.reading("/nikto/scan.json");

    @Test
    void bothFormatsNameTheSameFindings() {
        assertThat(xml.records).extracting(ScanRecord::sighting).containsExactly(HEADER, ADMIN);
        assertThat(json.records).extracting(ScanRecord::sighting).containsExactly(ADMIN, HEADER);
    }

    @Test
    void keepsTheFactsOfTheItem() {
        ScanRecord record = xml.records.get(1);
        assertThat(record.title()).isEqualTo("Admin page found, see CVE-2026-7300.");
        assertThat(record.output()).startsWith("HEAD /admin/\n");
        assertThat(record.cves()).containsExactly("CVE-2026-7300");
        assertThat(record.crossReferences()).containsExactly("OSVDB:3092");
        assertThat(json.records.get(0).seeAlso()).containsExactly("https://example.test/admin");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(xml.skipped).extracting(Skipped::why).containsExactly("an item without id");
    }

    @Test
    void datesTheSite() {
        ScannedHost site = xml.hosts.get(0);
        assertThat(site.name()).isEqualTo(SITE);
        assertThat(site.start()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
        assertThat(site.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00Z"));
        assertThat(site.properties()).containsEntry("ip", "10.9.1.40").containsEntry("banner", "Apache");
    }

    @Test
    void aScanWithoutItemsIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("<!DOCTYPE niktoscan SYSTEM \"docs/nikto.dtd\"><niktoscan></niktoscan>");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nikto/scan.xml", "/nikto/scan.json"})
    void aCutOffReportIsRefused(String sample) {
        String whole = CollectedScan.text(sample);
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 20)))
                .isInstanceOf(ScanUnreadable.class);
    }

    @Test
    void aScanThatWasBrokenOffHasNoEnd() throws IOException {
        String sample =
                CollectedScan.text("/nikto/scan.xml").replace("2026-11-02 08:05:00\" />", "1970-01-01 01:00:00\" />");
        assertThat(CollectedScan.of(sample).hosts).isNotEmpty().allMatch(site -> site.end() == null);
    }
}
