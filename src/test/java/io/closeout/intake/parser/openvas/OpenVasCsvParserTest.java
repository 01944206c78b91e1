package io.closeout.intake.parser.openvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenVasCsvParserTest {

    private CollectedScan scan;

    @BeforeEach
    void read() throws IOException {
        scan = CollectedScan.ofResource("/openvas/results.csv");
    }

    @Test
    void identifiesResultsAsTheXmlDoes() throws IOException {
        CollectedScan xml = CollectedScan.ofResource("/openvas/greenbone-22.xml");
        assertThat(scan.headers.get(0).scanner()).isEqualTo(xml.headers.get(0).scanner());
        assertThat(scan.records.get(0).sighting()).isEqualTo(xml.records.get(0).sighting());
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .endsWith(
                        new Sighting(1, "10.9.1.22", "1.3.6.1.4.1.99999.1.0.300", Severity.INFO, "0/tcp"),
                        new Sighting(1, "10.9.1.22", "CVE-2026-2001", Severity.HIGH, "0/tcp"));
    }

    @Test
    void keepsTheFactsOfTheCheck() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.cves()).containsExactly("CVE-2026-1001", "CVE-2026-1002");
        assertThat(record.crossReferences()).containsExactly("BID:1234", "DFN-CERT-2026-0001");
        assertThat(record.seeAlso()).containsExactly("https://example.test/gp-2026-01");
        assertThat(record.description()).isEqualTo("A parser trusts lengths.\n\nCode runs.\n\nGauge portal 1.0.");
        assertThat(record.solution()).isEqualTo("Update to 1.2 or later.");
        assertThat(scan.records.get(2).cves()).containsExactly("CVE-2026-2001");
    }

    @Test
    void provesNothingAndNamesWhatItLeavesOut() {
        assertThat(scan.hosts).hasSize(2).noneMatch(ScannedHost::reached);
        assertThat(scan.hosts.get(1).end()).isEqualTo(Instant.parse("2026-11-02T15:30:00Z"));
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("check 1.3.6.1.4.1.99999.1.0.400 on 10.9.1.22 has the unknown severity \"Purple\"");
    }
}
