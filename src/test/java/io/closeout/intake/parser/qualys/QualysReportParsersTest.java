package io.closeout.intake.parser.qualys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QualysReportParsersTest {

    @Nested
    class OfAssets {

        private static final String LAPTOP = "lt-sales01.example.test";

        private final CollectedScan report = QualysSamples.read("asset-report.xml");

        @Test
        void givesFindingsByTheLevelsOfTheGlossary() {
            assertThat(report.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, LAPTOP, "990010", Severity.MEDIUM, "443/tcp"),
                            new Sighting(0, LAPTOP, "990011", Severity.LOW, "0/tcp"),
                            new Sighting(0, LAPTOP, "990012", Severity.INFO, "0/tcp"));
        }

        @Test
        void keepsTheFactsOfTheGlossary() {
            ScanRecord record = report.records.get(0);
            assertThat(record.title()).isEqualTo("Gauge Portal Old Version");
            assertThat(record.severity()).isEqualTo(Severity.HIGH);
            assertThat(record.cvss().v3Vector()).isEqualTo("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N");
            assertThat(record.cvss().v2()).isEqualTo(5.0);
            assertThat(record.description()).isEqualTo("The portal is old.\n\nVersions before 2.0.\n\nData leaks.");
            assertThat(record.solution()).isEqualTo("Update it.");
            assertThat(record.output()).isEqualTo("Version 1.0");
            assertThat(record.service()).isEqualTo("http");
            assertThat(record.cves()).containsExactly("CVE-2026-2010");
            assertThat(record.family()).isEqualTo("Web server");
            assertThat(report.records.get(1).type()).isEqualTo(CheckType.LOCAL);
            assertThat(report.records.get(1).output()).startsWith("Potential vulnerability");
        }

        @Test
        void leavesOutWhatIsFixedOrNotExplained() {
            assertThat(report.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "QID 990010 on " + LAPTOP + " is fixed, as Qualys says",
                            "QID 990099 on " + LAPTOP + " is not in the glossary, so its severity is unknown");
        }

        @Test
        void keepsTwoHostsOfOneAddressApart() {
            assertThat(report.hosts).extracting(ScannedHost::name).containsExactly(LAPTOP, "192.168.1.20");
            ScannedHost laptop = report.hosts.get(0);
            assertThat(laptop.agentId()).isEqualTo("11111111-2222-3333-4444-555555555555");
            assertThat(laptop.netbiosName()).isEqualTo("LT-SALES01");
            assertThat(laptop.fqdns()).containsExactly(LAPTOP);
            assertThat(laptop.end()).isEqualTo(Instant.parse("2026-10-05T14:00:00Z"));
            assertThat(laptop.contact()).isEqualTo(Contact.LISTED);
        }

        @Test
        void aCutOffReportIsRefused() {
            String whole = QualysSamples.text("asset-report.xml");
            assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.indexOf("</GLOSSARY>"))))
                    .isInstanceOf(ScanUnreadable.class);
        }
    }

    @Nested
    class OfWebApplications {

        private static final String SHOP = "https://shop.example.test:8443";

        private final CollectedScan report = QualysSamples.read("was-report.xml");

        @Test
        void putsResultsOnTheOriginWithThePathAsPlace() {
            assertThat(report.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, SHOP, "990020", Severity.CRITICAL, "/cart/add"),
                            new Sighting(0, SHOP, "990021", Severity.HIGH, "/"),
                            new Sighting(0, SHOP, "990022", Severity.INFO, ""));
        }

        @Test
        void keepsTheFactsOfTheGlossary() {
            ScanRecord record = report.records.get(0);
            assertThat(record.title()).isEqualTo("SQL Injection in the Cart");
            assertThat(record.family()).isEqualTo("Confirmed Vulnerability");
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v2()).isEqualTo(7.5);
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.description()).isEqualTo("The parameter item reaches the database.\n\nData can be read.");
            assertThat(record.solution()).isEqualTo("Bind parameters.");
            assertThat(record.crossReferences()).containsExactly("A3", "CWE-89");
            assertThat(record.type()).isEqualTo(CheckType.REMOTE);
        }

        @Test
        void keepsWhatWasSentAndAnswered() {
            assertThat(report.records.get(0).output()).isEqualTo("""
                    Address: https://Shop.example.test:8443/cart/add?item=1
                    Parameter: item
                    Payload: item=1'--
                    Request: GET https://shop.example.test:8443/cart/add?item=1'--
                    Answer: SQL error""");
            assertThat(report.records.get(1).output())
                    .startsWith("Potential vulnerability")
                    .contains("4111 1111 1111 1111");
            assertThat(report.records.get(2).output()).isEqualTo("Linux");
        }

        @Test
        void leavesOutWhatIsIgnoredFixedOrNotExplained() {
            assertThat(report.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "QID 990020 is ignored in Qualys",
                            "QID 990021 is fixed, as Qualys says",
                            "QID 990029 is not in the glossary with a known severity");
        }

        @Test
        void namesTheApplicationAndTheScan() {
            assertThat(report.headers).singleElement().satisfies(header -> {
                assertThat(header.scanName()).isEqualTo("Shop, October");
                assertThat(header.policyName()).isEqualTo("Shop options");
            });
            assertThat(report.hosts).singleElement().satisfies(shop -> {
                assertThat(shop.name()).isEqualTo(SHOP);
                assertThat(shop.end()).isEqualTo(Instant.parse("2026-10-06T03:00:00Z"));
                assertThat(shop.contact()).isEqualTo(Contact.LISTED);
            });
        }
    }

    @Nested
    class OfTheApi {

        private final CollectedScan scan = QualysSamples.read("was-scan.xml");

        @Test
        void takesFindingsWithoutSeverityForMediumAndSaysSo() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "http://shop.example.test", "990030", Severity.MEDIUM, "/login.asp"),
                            new Sighting(0, "http://shop.example.test", "990031", Severity.INFO, ""));
            assertThat(scan.skipped).singleElement().satisfies(said -> assertThat(said.why())
                    .contains("does not say how severe each finding is")
                    .contains("5: 1"));
        }

        @Test
        void keepsTitlesAnswersAndTheEnd() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Frame Header Missing");
            assertThat(record.output()).isEqualTo("uri: http://shop.example.test/login.asp?next=1\nNo header.");
            assertThat(scan.headers.get(0).scanName()).isEqualTo("Shop, weekly");
            assertThat(scan.headers.get(0).policyName()).isEqualTo("Shop options");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-10-05T19:05:59Z"));
        }
    }
}
