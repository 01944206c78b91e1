package io.closeout.intake.parser.qualys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.ScannedHost.Credentials;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QualysScanXmlParserTest {

    private static final String GAUGE = "gauge01.example.test";

    private final CollectedScan scan = QualysSamples.read("scan.xml");

    @Test
    void givesResultsByTheScannersLevels() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, GAUGE, "45038", Severity.INFO, "0/tcp"),
                        new Sighting(0, GAUGE, "70053", Severity.INFO, "0/tcp"),
                        new Sighting(0, GAUGE, "990001", Severity.HIGH, "8443/tcp"),
                        new Sighting(0, GAUGE, "990002", Severity.CRITICAL, "0/tcp"),
                        new Sighting(0, GAUGE, "990004", Severity.LOW, "0/tcp"),
                        new Sighting(1, "10.9.2.12", "45038", Severity.INFO, "0/tcp"),
                        new Sighting(1, "10.9.2.12", "105053", Severity.INFO, "0/tcp"));
    }

    @Test
    void keepsTheFactsOfTheCheck() {
        ScanRecord record = scan.records.get(2);
        assertThat(record.title()).isEqualTo("Gauge Portal Header Injection");
        assertThat(record.family()).isEqualTo("Web server");
        assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(record.cvss().v2()).isEqualTo(5.4);
        assertThat(record.cvss().v3()).isEqualTo(9.1);
        assertThat(record.cves()).containsExactly("CVE-2026-2001", "CVE-2026-2002");
        assertThat(record.description())
                .isEqualTo(
                        "The portal trusts headers.\n\nAll versions before 2.4 are affected.\n\nSessions can be taken over.");
        assertThat(record.solution()).isEqualTo("Update to 2.4.\nDownload (https://vendor.example.test/fix)");
        assertThat(record.output()).isEqualTo("X-Gauge: <b>");
        assertThat(record.seeAlso())
                .containsExactly("https://vendor.example.test/gp-2026-02", "https://vendor.example.test/fix");
        assertThat(record.crossReferences()).containsExactly("GP-2026-02", "BID:70001");
        assertThat(record.exploit().available()).isTrue();
        assertThat(record.exploit().frameworks()).containsExactly("Metasploit");
    }

    @Test
    void saysOfAPotentialVulnerabilityThatItIsOne() {
        assertThat(scan.records.get(4).output())
                .isEqualTo("Potential vulnerability: the scanner could not confirm it.\n\nTested on port 80.");
    }

    @Test
    void takesChecksOfTheInsideForOnesThatNeedALogOn() {
        assertThat(scan.records.get(2).type()).isEqualTo(CheckType.REMOTE);
        assertThat(scan.records.get(3).type()).isEqualTo(CheckType.LOCAL);
        assertThat(scan.records.get(4).type()).isEqualTo(CheckType.REMOTE);
    }

    @Test
    void reportsALevelThatIsNotKnown() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("QID 990003 on 10.9.2.11 has the unknown severity \"7\"");
    }

    @Test
    void takesTheOptionProfileForThePolicy() {
        assertThat(scan.headers).singleElement().satisfies(header -> {
            assertThat(header.scanner()).isEqualTo("qualys");
            assertThat(header.scanName()).isEqualTo("Weekly plant scan");
            assertThat(header.policyName()).isEqualTo("Plant, authenticated");
        });
    }

    /** A result of the first has an unknown severity and is left out, so nothing counts as gone there. */
    @Test
    void knowsHowFarEachHostWasScanned() {
        assertThat(scan.hosts)
                .extracting(ScannedHost::contact)
                .containsExactly(Contact.LISTED, Contact.CHECKED, Contact.LISTED, Contact.ONLY_PINGED);
        assertThat(scan.hosts)
                .extracting(ScannedHost::credentials)
                .containsExactly(Credentials.PROVEN, Credentials.DENIED, Credentials.UNKNOWN, Credentials.UNKNOWN);
        ScannedHost gauge = scan.hosts.get(0);
        assertThat(gauge.end()).isEqualTo(Instant.parse("2026-10-05T20:20:00Z"));
        assertThat(gauge.fqdns()).containsExactly(GAUGE);
        assertThat(gauge.netbiosName()).isEqualTo("GAUGE01");
        assertThat(gauge.addresses()).containsExactly("10.9.2.11");
        assertThat(gauge.operatingSystem()).isEqualTo("Windows Server 2022");
        assertThat(scan.hosts.get(1).fqdns()).isEmpty();
    }

    @Nested
    class ProvesNothing {

        @Test
        void whenTheScanWasNotFinished() throws IOException {
            CollectedScan stopped =
                    CollectedScan.of(QualysSamples.text("scan.xml").replace("FINISHED", "CANCELED"));
            assertThat(stopped.hosts).noneMatch(ScannedHost::reached);
        }

        @Test
        void withoutTheEndOfTheHostsScan() throws IOException {
            CollectedScan scan = CollectedScan.of(QualysSamples.text("scan.xml").replace("45038", "45039"));
            assertThat(scan.hosts).noneMatch(ScannedHost::reached);
        }
    }

    @Test
    void takesANullSessionForNoLogOn() throws IOException {
        CollectedScan scan = CollectedScan.of(QualysSamples.text("scan.xml").replace("svc-scan", "(none)"));
        assertThat(scan.hosts.get(0).credentials()).isEqualTo(Credentials.UNKNOWN);
    }

    @Test
    void aScanWithoutHostsIsClean() throws IOException {
        CollectedScan scan =
                CollectedScan.of("<SCAN value=\"scan/1\"><HEADER><KEY value=\"STATUS\">FINISHED</KEY></HEADER></SCAN>");
        assertThat(scan.headers).hasSize(1);
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void aCutOffScanIsRefused() {
        String whole = QualysSamples.text("scan.xml");
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.indexOf("</SCAN>"))))
                .isInstanceOf(ScanUnreadable.class);
    }
}
