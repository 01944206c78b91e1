package io.closeout.intake.parser.sarif;

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

class SarifParserTest {

    private static final String REPOSITORY = "https://git.example.test/gauge";

    @Nested
    class OfVersion2 {

        private final CollectedScan scan = CollectedScan.reading("/sarif/gauge-2.1.0.sarif");

        @Test
        void givesResultsByRuleAndFileWithoutLine() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            sighting("GL100/query", Severity.CRITICAL, "src/app/My Query.java"),
                            sighting("CVE-2026-7002", Severity.HIGH, "lib/old.js"),
                            sighting("GL200", Severity.HIGH, "gauge.Main.run"),
                            sighting("GL300", Severity.INFO, ""),
                            sighting("GL200", Severity.INFO, ""),
                            sighting("GL200", Severity.LOW, ""),
                            sighting("GL200", Severity.LOW, "src/Main.java"));
        }

        @Test
        void takesTheFactsOfTheRuleThatStandsBehindTheResult() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Query built from user input");
            assertThat(record.description()).isEqualTo("Input reaches a query unchanged.\n\nUse parameters.");
            assertThat(record.solution()).isEqualTo("Bind the value.");
            assertThat(record.cves()).containsExactly("CVE-2026-7001");
            assertThat(record.crossReferences()).containsExactly("CWE:89", "CWE:564");
            assertThat(record.seeAlso()).containsExactly("https://example.test/gl100");
        }

        @Test
        void fillsInWhatTheResultSays() {
            assertThat(scan.records.get(0).output())
                    .isEqualTo("The query is built from name, see source.\n\nsrc/app/My Query.java, line 12\n\n"
                            + "confidence: high");
            assertThat(scan.records.get(1).output())
                    .startsWith("Old [library], see advice (https://example.test/advice).");
        }

        @Test
        void neverKeepsTheLineOfCodeItself() {
            assertThat(scan.records.get(0).toString()).doesNotContain("1234");
        }

        @Test
        void followsRulesOfExtensionsAndTaxonomies() {
            ScanRecord record = scan.records.get(1);
            assertThat(record.title()).isEqualTo("OldLibrary");
            assertThat(record.solution()).isEqualTo("Update it.");
            assertThat(record.cves()).containsExactly("CVE-2026-7002");
            assertThat(record.crossReferences()).containsExactly("CWE:1104");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "result of rule GL200 passed",
                            "result of rule GL200 does not apply",
                            "result of rule GL200 has the unknown kind \"perhaps\"",
                            "a result has the unknown level \"purple\"",
                            "result of rule GL200 is absent since the earlier scan",
                            "result of rule GL200 is suppressed in the tool",
                            "a result has neither rule nor message");
            assertThat(scan.skipped).extracting(Skipped::where).allMatch(where -> where.startsWith("line "));
        }

        @Test
        void takesToolAndRepositoryForScannerAndAsset() {
            assertThat(scan.headers.get(0).scanner()).isEqualTo("gauge-lint");
            assertThat(scan.headers.get(0).policyName()).isEmpty();
            assertThat(scan.hosts).singleElement().satisfies(host -> {
                assertThat(host.name()).isEqualTo(REPOSITORY);
                assertThat(host.end()).isEqualTo(Instant.parse("2026-11-02T08:05:00Z"));
                assertThat(host.properties()).containsEntry("tool", "Gauge Lint 3.2.1");
                assertThat(host.reached()).isFalse();
            });
        }
    }

    @Nested
    class OfSeveralTools {

        private final CollectedScan scan = CollectedScan.reading("/sarif/two-tools.sarif");

        @Test
        void keepsEqualRulesOfTwoToolsApart() {
            assertThat(scan.headers.get(0).scanner()).isEqualTo("sarif");
            assertThat(scan.headers.get(0).policyName()).isEqualTo("gauge-lint, semgrep");
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "https://shop.example", "gauge-lint:1", Severity.MEDIUM, "/cart"),
                            new Sighting(1, ScannedHost.NOT_NAMED, "semgrep:1", Severity.MEDIUM, ""));
        }
    }

    @Nested
    class OfVersion1 {

        private final CollectedScan scan = CollectedScan.reading("/sarif/gauge-1.0.0.sarif");

        @Test
        void readsItsWords() {
            assertThat(scan.records).singleElement().satisfies(record -> {
                assertThat(record.sighting())
                        .isEqualTo(new Sighting(0, ScannedHost.NOT_NAMED, "GL1", Severity.LOW, "C:/src/a.cpp"));
                assertThat(record.title()).isEqualTo("Used before set");
                assertThat(record.output()).isEqualTo("count is not set, {really}.\n\nC:/src/a.cpp, line 8");
            });
            assertThat(scan.skipped).hasSize(2);
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2016-07-16T14:19:01Z"));
        }
    }

    @Test
    void aLogWithoutResultsIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("""
                {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL command-line toolchain"}},"results":[]}]}""");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
        assertThat(scan.headers.get(0).scanner()).isEqualTo("codeql");
        assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly(ScannedHost.NOT_NAMED);
    }

    @Test
    void aLogWithoutRunsIsRefused() {
        assertThatThrownBy(() -> CollectedScan.of("""
                        {"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json"}"""))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("has no runs");
    }

    @Test
    void aCutOffLogIsRefused() {
        String whole = CollectedScan.text("/sarif/gauge-2.1.0.sarif");
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 30)))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("breaks off");
    }

    private static Sighting sighting(String checkId, Severity severity, String location) {
        return new Sighting(0, REPOSITORY, checkId, severity, location);
    }
}
