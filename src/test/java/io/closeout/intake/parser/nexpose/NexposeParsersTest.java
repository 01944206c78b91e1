package io.closeout.intake.parser.nexpose;

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
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NexposeParsersTest {

    @Nested
    class OfTheFullExport {

        private final CollectedScan scan;

        OfTheFullExport() throws IOException {
            scan = CollectedScan.ofResource("/nexpose/full.xml");
        }

        @Test
        void givesResultsByTheSeverityOfTheirDefinition() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "10.9.3.11", "kernel-old", Severity.MEDIUM, "0/tcp"),
                            new Sighting(0, "10.9.3.11", "Gauge-Portal", Severity.CRITICAL, "8443/tcp"));
        }

        @Test
        void keepsTheFactsOfTheDefinition() {
            ScanRecord record = scan.records.get(1);
            assertThat(record.title()).isEqualTo("Gauge Portal Old");
            assertThat(record.family()).isEqualTo("Web, Portal");
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v2()).isEqualTo(8.5);
            assertThat(record.cvss().v2Vector()).isEqualTo("(AV:N/AC:L/Au:N/C:C/I:P/A:N)");
            assertThat(record.cvss().v3()).isEqualTo(9.1);
            assertThat(record.description()).isEqualTo("The portal is old.\nVery old.");
            assertThat(record.solution()).isEqualTo("Get it from the vendor (https://vendor.example.test/fix)");
            assertThat(record.output()).isEqualTo("Answered with\n- one\n- two");
            assertThat(record.cves()).containsExactly("CVE-2026-3001");
            assertThat(record.crossReferences()).containsExactly("BID:80001");
            assertThat(record.seeAlso())
                    .containsExactlyInAnyOrder(
                            "https://vendor.example.test/advisory", "https://vendor.example.test/fix");
            assertThat(record.exploit().frameworks()).containsExactly("metasploit");
            assertThat(record.service()).isEqualTo("HTTPS");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 8, 20));
        }

        @Test
        void namesWhatIsNoFinding() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "check ssh-old on 10.9.3.11: not-vulnerable",
                            "check not-defined on 10.9.3.11 is not among the definitions",
                            "check gauge-portal on 10.9.3.11: exception-vulnerable-exploited");
        }

        @Test
        void knowsTheHosts() {
            ScannedHost gateway = scan.hosts.get(0);
            assertThat(gateway.fqdns()).containsExactly("plc-gw.example.test");
            assertThat(gateway.macs()).containsExactly("00:50:56:0a:0b:0c");
            assertThat(gateway.operatingSystem()).isEqualTo("Debian Linux 12");
            assertThat(gateway.end()).isEqualTo(Instant.parse("2026-10-05T21:00:00Z"));
            assertThat(gateway.contact()).isEqualTo(Contact.LISTED);
            assertThat(scan.hosts.get(1).contact()).isEqualTo(Contact.ONLY_PINGED);
            assertThat(scan.headers.get(0).scanName()).isEqualTo("Plant");
        }
    }

    @Nested
    class OfTheSimpleExport {

        private final CollectedScan scan;

        OfTheSimpleExport() throws IOException {
            scan = CollectedScan.ofResource("/nexpose/simple.xml");
        }

        @Test
        void takesFindingsWithoutSeverityForMediumAndSaysSo() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "10.9.3.21", "kernel-old", Severity.MEDIUM, "0/tcp"),
                            new Sighting(0, "10.9.3.21", "ntpd-old", Severity.MEDIUM, "123/udp"));
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .satisfiesExactly(
                            why -> assertThat(why).isEqualTo("check ntpd-other on 10.9.3.21: result NV"),
                            why -> assertThat(why).contains("does not say how severe"));
        }

        @Test
        void keepsReferencesAndTheHost() {
            ScanRecord record = scan.records.get(1);
            assertThat(record.cves()).containsExactly("CVE-2026-3010");
            assertThat(record.crossReferences()).containsExactly("BID:80010");
            assertThat(record.seeAlso()).containsExactly("https://vendor.example.test/ntpd");
            assertThat(record.service()).isEqualTo("NTP");
            assertThat(scan.hosts.get(0).operatingSystem()).isEqualTo("Debian 12");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-10-05T14:26:09.232Z"));
        }
    }

    @Test
    void aReportWithoutResultsIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("<NexposeReport version=\"2.0\"><nodes/></NexposeReport>");
        assertThat(scan.headers).hasSize(1);
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void aCutOffReportIsRefused() {
        assertThatThrownBy(() -> CollectedScan.of("<NexposeReport version=\"2.0\"><nodes><node address=\"10.1.1.1\">"))
                .isInstanceOf(ScanUnreadable.class);
    }
}
