package io.closeout.intake.parser.invicti;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvictiParsersTest {

    @Nested
    class OfJson {

        private final CollectedScan scan = CollectedScan.reading("/invicti/report.json");

        @Test
        void givesIssuesBySiteAndPathWhateverRiskWasAcceptedThere() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(
                                    0,
                                    "http://shop.example",
                                    "CookieNotMarkedAsHttpOnly",
                                    Severity.MEDIUM,
                                    "/auth/login.php"),
                            new Sighting(0, "http://shop.example", "A", Severity.INFO, "/"));
        }

        @Test
        void keepsTheFactsOfTheIssueAsText() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Cookie Not Marked as HttpOnly");
            assertThat(record.description()).isEqualTo("A cookie is not marked as HTTPOnly.\n\nScripts can read it.");
            assertThat(record.solution()).startsWith("Mark it.").contains("See the remedy.");
            assertThat(record.output())
                    .contains(
                            "Address: http://shop.example/auth/login.php?lang=en",
                            "Parameter: lang",
                            "State: Present, Accepted Risk",
                            "Identified Cookie(s): PHPSESSID");
            assertThat(record.cves()).containsExactly("CVE-2026-4321");
            assertThat(record.crossReferences()).containsExactly("CWE:16", "CWE:614");
            assertThat(record.seeAlso()).containsExactly("https://example.test/cookies");
            assertThat(record.cvss().v3()).isEqualTo(5.8);
            assertThat(record.cvss().v3Vector()).startsWith("CVSS:3.1/");
            assertThat(record.toString()).doesNotContain("hush");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "issue Gone is fixed",
                            "issue Not so is marked as a false positive",
                            "issue Odd has the unknown severity \"Purple\"",
                            "an issue without type and name");
        }

        @Test
        void knowsTheOrderOfDayAndMonthFromAnotherDate() {
            assertThat(scan.hosts).singleElement().satisfies(site -> {
                assertThat(site.start()).isEqualTo(Instant.parse("2026-11-02T01:46:00Z"));
                assertThat(site.end()).isEqualTo(Instant.parse("2026-11-02T01:58:24Z"));
            });
        }
    }

    @Test
    void theServicesXmlNamesTheSameFacts() {
        CollectedScan scan = CollectedScan.reading("/invicti/service.xml");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "https://shop.example", "WeakCiphersDetected", Severity.MEDIUM, "/pay"));
            assertThat(record.description()).isEqualTo("Weak ciphers are enabled.\n\nOthers may read along.");
            assertThat(record.solution()).isEqualTo("Disable them.");
            assertThat(record.output()).contains("Weak Ciphers: TLS_RSA");
            assertThat(record.cvss().v3()).isEqualTo(6.8);
            assertThat(record.crossReferences()).containsExactly("CWE:327");
            assertThat(record.seeAlso()).containsExactly("https://example.test/tls");
            assertThat(record.toString()).doesNotContain("hush");
        });
        assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-11-02T17:07:08Z"));
    }

    @Test
    void theDesktopsXmlHasTypesForNames() {
        CollectedScan scan = CollectedScan.reading("/invicti/desktop.xml");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(
                            0, "http://shop.example", "ConfirmedBlindSqlInjection", Severity.HIGH, "/artist.php"));
            assertThat(record.title()).isEqualTo("Confirmed Blind Sql Injection");
            assertThat(record.output()).contains("Parameter: id", "Confirmed: True");
            assertThat(record.crossReferences()).containsExactly("CWE:89");
            assertThat(record.toString()).doesNotContain("hush");
        });
        assertThat(scan.hosts.get(0).end()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "05/06/2026 01:00 PM, 25/06/2026 01:00 PM, 2026-06-05T13:00:00Z",
        "05/06/2026 01:00 PM, 06/25/2026 01:00 PM, 2026-05-06T13:00:00Z",
        "05/06/2026 01:00 PM, 04/07/2026 01:00 PM,",
        "2026-05-06 01:00 PM, 04/07/2026 01:00 PM, 2026-05-06T13:00:00Z"
    })
    void aDateThatMayBeTwoDaysIsNone(String initiated, String another, Instant start) {
        ScanClock clock = new ScanClock();
        clock.initiated(initiated);
        clock.note(another);
        assertThat(clock.start()).isEqualTo(start);
    }
}
