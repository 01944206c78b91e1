package io.closeout.intake.parser.burp;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurpParsersTest {

    private static final Sighting SCRIPTING =
            new Sighting(0, "https://shop.example", "2097920", Severity.HIGH, "/search");

    @Nested
    class OfXml {

        private final CollectedScan scan = CollectedScan.reading("/burp/issues.xml");

        @Test
        void givesIssuesBySiteAndPath() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            SCRIPTING, new Sighting(1, "http://shop.example:8080", "5244416", Severity.INFO, "/"));
        }

        @Test
        void keepsTheFactsOfTheIssueAsText() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Cross-site scripting (reflected)");
            assertThat(record.description()).isEqualTo("Scripts of others run.");
            assertThat(record.solution()).startsWith("Encode term.").endsWith("Encode.");
            assertThat(record.output())
                    .startsWith("https://shop.example/search\nConfidence: Certain\n")
                    .contains("[term parameter]", "The value of term is echoed.", "first");
            assertThat(record.seeAlso()).containsExactly("https://example.test/xss");
            assertThat(record.crossReferences()).containsExactly("CWE:79", "CWE:116");
            assertThat(record.toString()).doesNotContain("hush");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "issue Not so is marked as a false positive",
                            "issue Odd has the unknown severity \"Purple\"",
                            "an issue without type and name");
        }

        @Test
        void keepsTheAddressOfTheMachineAsAFactOfTheSite() {
            ScannedHost site = scan.hosts.get(0);
            assertThat(site.properties()).containsEntry("ip", "10.9.1.40");
            assertThat(site.addresses()).isEmpty();
            assertThat(site.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00Z"));
        }
    }

    @Test
    void eventsOfTheRestApiNameTheSameFinding() {
        CollectedScan scan = CollectedScan.reading("/burp/events.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting()).isEqualTo(SCRIPTING);
            assertThat(record.solution()).isEqualTo("Encode.");
        });
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("an event without issue, of type \"scan_note\"");
    }

    @Test
    void issuesOfTheGraphQlApiCarryTheirType() {
        CollectedScan scan = CollectedScan.reading("/burp/graphql.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "https://www.example:8443", "Finding", Severity.LOW, "/path"));
            assertThat(record.description()).isEqualTo("Background.");
            assertThat(record.solution()).contains("Special.", "General.");
            assertThat(record.crossReferences()).containsExactly("CWE:79");
            assertThat(record.seeAlso()).containsExactly("https://example.test/r");
        });
    }

    @Nested
    class OfDastardly {

        private final CollectedScan scan = CollectedScan.reading("/burp/dastardly.xml");

        @Test
        void givesFailuresByPage() {
            assertThat(scan.records).singleElement().satisfies(record -> {
                assertThat(record.sighting())
                        .isEqualTo(new Sighting(
                                0,
                                "https://shop.example",
                                "Cross-site scripting (reflected)",
                                Severity.HIGH,
                                "/search"));
                assertThat(record.output()).contains("The payload <script>1</script> is echoed.");
                assertThat(record.description()).contains("Scripts of others run.");
                assertThat(record.solution()).contains("Encode < and >.").doesNotContain("CWE");
                assertThat(record.crossReferences()).containsExactly("CWE:79");
                assertThat(record.toString()).doesNotContain("hush");
            });
        }

        @Test
        void aTestReportOfAnotherProgramIsNotTaken() {
            assertThatThrownBy(() -> CollectedScan.of("<testsuites name=\"unit tests\"/>"))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("not recognised");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "High, HIGH",
        "medium, MEDIUM",
        "Low, LOW",
        "info, INFO",
        "Information, INFO",
        "informational, INFO"
    })
    void aSeverityIsWhatItsWordSays(String word, Severity severity) throws IOException {
        String events = CollectedScan.text("/burp/events.json").replace("\"high\"", "\"" + word + "\"");
        assertThat(CollectedScan.of(events).records).singleElement().satisfies(record -> assertThat(
                        record.sighting().scannerSeverity())
                .isEqualTo(severity));
    }

    @Test
    void namesTheCvesOfAnIssue() throws IOException {
        String events = CollectedScan.text("/burp/events.json").replace("Echoed.", "As CVE-2026-0009 says.");
        assertThat(CollectedScan.of(events).records.get(0).cves()).containsExactly("CVE-2026-0009");
    }

    @Test
    void aReportWithoutIssuesIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("<issues burpVersion=\"2024.1\" exportTime=\"\"></issues>");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/burp/issues.xml", "/burp/events.json", "/burp/graphql.json", "/burp/dastardly.xml"})
    void aCutOffReportIsRefused(String sample) {
        String whole = CollectedScan.text(sample);
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 20)))
                .isInstanceOf(ScanUnreadable.class);
    }
}
