package io.closeout.intake.parser.wazuh;

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

class WazuhJsonParserTest {

    @Nested
    class OfTheApi {

        private final CollectedScan scan;

        OfTheApi() throws IOException {
            scan = CollectedScan.ofResource("/wazuh/api.json");
        }

        @Test
        void takesTheCveForTheCheckAndThePackageForThePlace() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "srv09", "CVE-2026-5001", Severity.HIGH, "libexample"),
                            new Sighting(0, "srv09", "CVE-2026-5002", Severity.INFO, "tool"),
                            new Sighting(0, "srv09", "CVE-2026-5003", Severity.LOW, "tool"));
        }

        @Test
        void ratesByTheScoreWhereTheWordIsMissing() {
            assertThat(scan.records.get(2).severity()).isEqualTo(Severity.HIGH);
        }

        @Test
        void keepsTheFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("CVE-2026-5001 in libexample");
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v2()).isNull();
            assertThat(record.cvss().v3()).isEqualTo(9.1);
            assertThat(record.solution()).isEqualTo("Update the package to 1.2 or later.");
            assertThat(record.output()).isEqualTo("Package libexample 1.0\nPackage less than 1.2");
            assertThat(record.cves()).containsExactly("CVE-2026-5001");
            assertThat(record.seeAlso()).containsExactly("https://vendor.example.test/5001");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 8, 20));
            ScannedHost host = scan.hosts.get(0);
            assertThat(host.addresses()).containsExactly("10.9.5.9");
            assertThat(host.netbiosName()).isEqualTo("srv09");
            assertThat(host.end()).isEqualTo(Instant.parse("2026-10-05T13:55:10Z"));
            assertThat(host.contact()).isEqualTo(Contact.LISTED);
        }

        @Test
        void leavesOutWhatIsGoneOrNotUnderstood() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "CVE-2026-5004 in tool on srv09 has the unknown severity \"Purple\" and no score",
                            "CVE-2026-5005 in tool on srv09 is gone, as Wazuh says");
        }
    }

    @Nested
    class OfTheIndex {

        @Test
        void readsAHit() throws IOException {
            CollectedScan scan = CollectedScan.ofResource("/wazuh/index.json");
            ScanRecord record = scan.records.get(0);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "srv08.example.test", "CVE-2026-5010", Severity.MEDIUM, "linux-image"));
            assertThat(record.cvss().v3()).isEqualTo(5.5);
            assertThat(record.description()).isEqualTo("A flaw.");
            assertThat(record.family()).isEqualTo("Packages");
            assertThat(record.seeAlso()).containsExactly("https://a.example.test/1", "https://b.example.test/2");
            assertThat(scan.hosts.get(0).fqdns()).containsExactly("srv08.example.test");
            assertThat(scan.hosts.get(0).operatingSystem()).isEqualTo("Ubuntu 24.04");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-10-04T10:00:00.204Z"));
        }
    }

    @Test
    void anAnswerWithoutVulnerabilitiesIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of(
                "{\"data\": {\"affected_items\": []}, \"message\": \"All selected vulnerabilities were returned\"}");
        assertThat(scan.headers).hasSize(1);
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void anEmptyAnswerToAnotherQuestionIsNotTaken() {
        assertThatThrownBy(() -> CollectedScan.of("{\"hits\": {\"hits\": []}}"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("not recognised");
    }

    @Test
    void aCutOffAnswerIsRefused() {
        assertThatThrownBy(() -> CollectedScan.of("{\"data\": {\"affected_items\": [{\"cve\": \"CVE-2026-5001\","))
                .isInstanceOf(ScanUnreadable.class);
    }
}
