package io.closeout.intake.parser.openvas;

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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenVasXmlParserTest {

    private static final String NVT = "1.3.6.1.4.1.99999.1.0.";

    @Nested
    class OfGreenbone22 {

        private final CollectedScan scan = read("/openvas/greenbone-22.xml");

        @Test
        void givesResultsByTheScannersOwnRating() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "10.9.1.21", NVT + "100", Severity.HIGH, "8443/tcp"),
                            new Sighting(0, "10.9.1.21", NVT + "200", Severity.MEDIUM, "0/tcp"),
                            new Sighting(1, "10.9.1.22", NVT + "300", Severity.INFO, "22/tcp"));
        }

        @Test
        void keepsTheFactsOfTheCheck() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Gauge portal multiple vulnerabilities (GP-2026-01)");
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.cvss().v3Vector()).isEqualTo("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
            assertThat(record.cves()).containsExactly("CVE-2026-1001", "CVE-2026-1002");
            assertThat(record.synopsis()).isEqualTo("The portal is old.");
            assertThat(record.description())
                    .isEqualTo("A parser trusts a|b lengths.\n\nCode runs.\n\nGauge portal 1.0.");
            assertThat(record.solution()).isEqualTo("Update to 1.2 or later.");
            assertThat(record.output()).isEqualTo("Installed version: 1.0");
            assertThat(record.seeAlso()).containsExactly("https://example.test/gp-2026-01");
            assertThat(record.crossReferences()).containsExactly("DFN-CERT-2026-0001");
            assertThat(record.type()).isEqualTo(CheckType.REMOTE);
        }

        @Test
        void tellsChecksThatNeedALogOn() {
            assertThat(scan.records.get(1).type()).isEqualTo(CheckType.LOCAL);
            assertThat(scan.records.get(1).cvss().v2()).isEqualTo(5.0);
            assertThat(scan.records.get(1).cvss().v3()).isNull();
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "check " + NVT + "400 on 10.9.1.22 has the unknown threat \"Purple\"",
                            "a result without check (oid)",
                            "host 10.9.1.22, check " + NVT + "500 failed: NVT timed out after 320 seconds.");
        }

        @Test
        void takesTaskAndFilterForThePolicy() {
            assertThat(scan.headers).singleElement().satisfies(header -> {
                assertThat(header.scanner()).isEqualTo("openvas");
                assertThat(header.scanName()).isEqualTo("Weekly plant scan");
                assertThat(header.policyName())
                        .isEqualTo("Weekly plant scan (apply_overrides=0 levels=chmlg min_qod=70)");
            });
        }

        @Test
        void knowsHowFarEachHostWasScanned() {
            ScannedHost good = scan.hosts.get(0);
            assertThat(good.contact()).isEqualTo(Contact.CHECKED);
            assertThat(good.credentials()).isEqualTo(Credentials.PROVEN);
            assertThat(good.end()).isEqualTo(Instant.parse("2026-11-02T15:31:40Z"));
            assertThat(good.fqdns()).containsExactly("gauge01.example.test");
            assertThat(good.macs()).containsExactly("00:0d:3a:45:64:7f");
            assertThat(good.operatingSystem()).isEqualTo("Debian 12");

            ScannedHost withAFailedCheck = scan.hosts.get(1);
            assertThat(withAFailedCheck.contact()).isEqualTo(Contact.LISTED);
            assertThat(withAFailedCheck.credentials()).isEqualTo(Credentials.DENIED);
            assertThat(scan.hosts.get(2).contact()).isEqualTo(Contact.ONLY_PINGED);
        }
    }

    @Nested
    class OfOpenVas6 {

        private final CollectedScan scan = read("/openvas/openvas-6.xml");

        @Test
        void readsItsWords() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "10.9.1.31", NVT + "600", Severity.MEDIUM, "443/tcp"));
            assertThat(record.cves()).containsExactly("CVE-2014-0001", "CVE-2014-0002");
            assertThat(record.crossReferences()).containsExactly("BID:9506", "BID:9561");
            assertThat(record.seeAlso()).containsExactly("http://example.test/a", "http://example.test/b");
            assertThat(record.cvss().v2()).isEqualTo(6.8);
            assertThat(record.solution()).isEqualTo("Renew it.");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2014-04-13T02:26:32Z"));
            assertThat(scan.hosts.get(0).contact()).isEqualTo(Contact.CHECKED);
        }
    }

    @Nested
    class ProvesNothing {

        @Test
        void whenRowsAreMissing() throws IOException {
            CollectedScan scan = CollectedScan.of(sample().replace("<filtered>5<", "<filtered>180<"));
            assertThat(scan.hosts).noneMatch(ScannedHost::reached);
            assertThat(scan.skipped).anyMatch(left -> left.why().contains("5 of 180 results"));
        }

        @Test
        void whileTheScanRuns() throws IOException {
            CollectedScan scan = CollectedScan.of(sample().replace("Done<", "Running<"));
            assertThat(scan.hosts).noneMatch(ScannedHost::reached);
        }
    }

    @Test
    void aReportOfAnotherToolIsNotTaken() {
        assertThatThrownBy(() -> CollectedScan.of("<report><package name=\"a\"/></report>"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("not recognised");
    }

    @Test
    void aCutOffReportIsRefused() {
        String whole = sample();
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 30)))
                .isInstanceOf(ScanUnreadable.class);
    }

    private static String sample() {
        try (InputStream in =
                Objects.requireNonNull(OpenVasXmlParserTest.class.getResourceAsStream("/openvas/greenbone-22.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CollectedScan read(String resource) {
        try {
            return CollectedScan.ofResource(resource);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
