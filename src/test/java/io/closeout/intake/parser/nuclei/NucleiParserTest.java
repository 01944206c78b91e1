package io.closeout.intake.parser.nuclei;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NucleiParserTest {

    private static final String SAMPLE = "/nuclei/matches.jsonl";

    private final CollectedScan scan = CollectedScan.reading(SAMPLE);

    @Test
    void givesMatchesByTemplateAndMatcher() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "https://shop.example", "CVE-2026-7200", Severity.CRITICAL, "/login"),
                        new Sighting(0, "https://shop.example", "missing-header:hsts", Severity.INFO, "/"),
                        new Sighting(1, "mail.example:25", "smtp", Severity.MEDIUM, ""));
    }

    @Test
    void keepsTheFactsOfTheTemplate() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Gauge portal takeover");
        assertThat(record.description()).isEqualTo("Code runs.");
        assertThat(record.solution()).isEqualTo("Update.");
        assertThat(record.cves()).containsExactly("CVE-2026-7200");
        assertThat(record.crossReferences()).containsExactly("CWE:94");
        assertThat(record.cvss().v3()).isEqualTo(9.8);
        assertThat(record.cvss().v3Vector()).startsWith("CVSS:3.1/");
        assertThat(record.output()).isEqualTo("https://shop.example/login?next=1\n1.0");
        assertThat(record.toString()).doesNotContain("hush");
    }

    @Test
    void readsOlderVersions() {
        ScanRecord record = scan.records.get(1);
        assertThat(record.seeAlso()).containsExactly("https://example.test/b", "https://example.test/c");
        assertThat(record.crossReferences()).isEmpty();
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "template odd has the unknown severity \"unknown\"",
                        "template no did not match",
                        "a result without template-id");
    }

    @Test
    void datesTheSiteByItsMatches() {
        ScannedHost site = scan.hosts.get(0);
        assertThat(site.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00.123Z"));
        assertThat(site.properties()).containsEntry("ip", "10.9.1.40");
    }

    @Test
    void anArrayIsReadAsLinesAre() throws IOException {
        String array = CollectedScan.text(SAMPLE).strip().lines().collect(Collectors.joining(",", "[", "]"));
        assertThat(CollectedScan.of(array).records)
                .extracting(ScanRecord::sighting)
                .isEqualTo(scan.records.stream().map(ScanRecord::sighting).toList());
    }

    @ParameterizedTest
    @CsvSource({"critical, CRITICAL", "High, HIGH", "medium, MEDIUM", "low, LOW", "info, INFO"})
    void aSeverityIsWhatItsWordSays(String word, Severity severity) throws IOException {
        CollectedScan match = CollectedScan.of("{\"template-id\": \"t\", \"info\": {\"name\": \"N\", \"severity\": \""
                + word + "\"}, \"matched-at\": \"https://shop.example/\"}");
        assertThat(match.records).singleElement().satisfies(record -> assertThat(
                        record.sighting().scannerSeverity())
                .isEqualTo(severity));
    }

    @Test
    void aCutOffFileIsRefused() {
        String whole = CollectedScan.text(SAMPLE);
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 20)))
                .isInstanceOf(ScanUnreadable.class);
    }
}
