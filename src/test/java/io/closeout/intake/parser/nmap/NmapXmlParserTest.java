package io.closeout.intake.parser.nmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NmapXmlParserTest {

    private final CollectedScan scan;

    NmapXmlParserTest() throws IOException {
        scan = CollectedScan.ofResource("/nmap/scan.xml");
    }

    @Test
    void keepsOpenPortsAsInformationAndFindsWhatScriptsCallVulnerable() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "10.9.4.11", "open-port", Severity.INFO, "80/tcp"),
                        new Sighting(0, "10.9.4.11", "CVE-2026-4001", Severity.CRITICAL, "80/tcp"),
                        new Sighting(0, "10.9.4.11", "CVE-2026-4002", Severity.MEDIUM, "80/tcp"),
                        new Sighting(0, "10.9.4.11", "smb-vuln-example", Severity.HIGH, "0/tcp"));
    }

    @Test
    void saysOfAPortWhatAnswersThere() {
        ScanRecord port = scan.records.get(0);
        assertThat(port.title()).isEqualTo("Open port 80/tcp");
        assertThat(port.service()).isEqualTo("http");
        assertThat(port.output())
                .startsWith("Exampled 1.0\nhttp-title: Welcome")
                .contains("EDB-ID:40001");
    }

    @Test
    void takesTheScoreOfTheListForSeverity() {
        ScanRecord listed = scan.records.get(1);
        assertThat(listed.title()).isEqualTo("CVE-2026-4001 in http");
        assertThat(listed.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(listed.cves()).containsExactly("CVE-2026-4001");
        assertThat(listed.seeAlso()).containsExactly("https://vulners.example.test/CVE-2026-4001");
        assertThat(listed.cvss().v2()).isEqualTo(9.8);
    }

    @Test
    void readsTheTitleOfAVulnerableAnswer() {
        ScanRecord answer = scan.records.get(3);
        assertThat(answer.title()).isEqualTo("Example of a hole in SMB");
        assertThat(answer.cves()).containsExactly("CVE-2026-4003");
    }

    @Test
    void reportsAnAnswerWithoutRisk() {
        assertThat(scan.skipped).extracting(Skipped::why).singleElement().satisfies(why -> assertThat(why)
                .startsWith("script smb-vuln-unrated on 10.9.4.11 says \"vulnerable\" without a risk factor"));
    }

    @Test
    void knowsTheHosts() {
        ScannedHost web = scan.hosts.get(0);
        assertThat(web.fqdns()).containsExactly("web01.example.test");
        assertThat(web.macs()).containsExactly("00:50:56:0a:0b:0c");
        assertThat(web.operatingSystem()).isEqualTo("Linux 6.X");
        assertThat(web.end()).isEqualTo(Instant.ofEpochSecond(1791230460));
        assertThat(web.contact()).isEqualTo(Contact.LISTED);
        assertThat(scan.hosts.get(1).contact()).isEqualTo(Contact.ONLY_PINGED);
        assertThat(scan.headers.get(0).scanName()).startsWith("nmap -sV");
    }

    @Test
    void aCutOffFileIsRefused() {
        assertThatThrownBy(() -> CollectedScan.of("<nmaprun><host><status state=\"up\"/>"))
                .isInstanceOf(ScanUnreadable.class);
    }
}
