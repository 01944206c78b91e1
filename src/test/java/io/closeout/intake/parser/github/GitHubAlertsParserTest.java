package io.closeout.intake.parser.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GitHubAlertsParserTest {

    private static final String REPOSITORY = "shop/web";

    private final CollectedScan graph = CollectedScan.reading("/github/graphql.json");
    private final CollectedScan rest = CollectedScan.reading("/github/rest.json");

    @Test
    void readsAnAlertOfADependency() {
        assertThat(graph.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, REPOSITORY, "CVE-2026-7004", Severity.MEDIUM, "left"));
            assertThat(record.title()).isEqualTo("Prototype pollution");
            assertThat(record.description()).isEqualTo("Prototypes.");
            assertThat(record.family()).isEqualTo("NPM");
            assertThat(record.cves()).containsExactly("CVE-2026-7004");
            assertThat(record.cvss().v3()).isEqualTo(7.5);
            assertThat(record.solution()).isEqualTo("Upgrade left from 1.5.0 to 1.6.0 or newer.");
            assertThat(record.crossReferences()).containsExactly("CWE:1321", "GHSA-aaaa-bbbb-cccc");
            assertThat(record.seeAlso()).containsExactly("https://advisories.example/7004");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(record.output())
                    .isEqualTo("Package: left 1.5.0\nFile: app/package.json\nVulnerable versions: < 1.6.0\n"
                            + "Scope: RUNTIME\nAlert since: 2026-03-15T10:00:00Z");
        });
    }

    @Test
    void readsTheAlertsOfTheOtherInterface() {
        assertThat(rest.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, REPOSITORY, "CVE-2026-7007", Severity.HIGH, "flask"),
                        new Sighting(0, REPOSITORY, "py/path-injection", Severity.CRITICAL, "app/file.py"));
        assertThat(rest.records.get(0).solution()).isEqualTo("Upgrade flask to 2.2.5 or newer.");
        assertThat(rest.records.get(0).crossReferences()).containsExactly("CWE:539");
        ScanRecord code = rest.records.get(1);
        assertThat(code.title()).isEqualTo("Uncontrolled path");
        assertThat(code.family()).isEqualTo("CodeQL");
        assertThat(code.crossReferences()).containsExactly("CWE:22");
        assertThat(code.output())
                .isEqualTo("File: app/file.py\nLines: 42 to 43\nSays: This path depends on input.\n"
                        + "Branch: refs/heads/main\nAlert since: 2026-03-15T10:00:00Z");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(graph.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-7005 in old is fixed", "CVE-2026-7006 in odd has the unknown severity \"PURPLE\"");
        assertThat(rest.skipped).extracting(Skipped::why).containsExactly("py/old in app/old.py is dismissed");
    }

    @Test
    void takesARepositoryWithoutAlertsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of(
                "{\"data\": {\"search\": {\"nodes\": [{\"name\": \"web\", \"vulnerabilityAlerts\": {\"nodes\": []}}]}}}");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
