package io.closeout.intake.parser.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SemgrepParserTest {

    private static final String CODE = ScannedHost.NOT_NAMED;

    private final CollectedScan scan = CollectedScan.reading("/semgrep/scan.json");

    @Test
    void locatesAFindingByItsFileAndRatesItByTheWordsOfBothTimes() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, CODE, "javascript.lang.security.eval-of-input", Severity.HIGH, "web/app.js"),
                        new Sighting(0, CODE, "javascript.lang.security.weak-hash", Severity.MEDIUM, "web/hash.js"),
                        new Sighting(0, CODE, "javascript.best-practice.todo", Severity.LOW, "web/a.js"),
                        new Sighting(0, CODE, "javascript.new.rule", Severity.CRITICAL, "web/a.js"),
                        new Sighting(0, CODE, "CVE-2026-7002", Severity.HIGH, "left"));
    }

    @Test
    void keepsTheFacts() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("eval-of-input");
        assertThat(record.family()).isEqualTo("security");
        assertThat(record.description()).isEqualTo("Input reaches eval.");
        assertThat(record.solution()).isEqualTo("Replace the code by:\nJSON.parse(input)");
        assertThat(record.output())
                .isEqualTo("File: web/app.js\nLines: 12 to 14\nCode:\neval(\n    input\n  )\nConfidence: HIGH");
        assertThat(record.seeAlso()).containsExactly("https://rules.example/eval", "https://semgrep.example/r/eval");
        assertThat(record.crossReferences()).containsExactly("CWE:95", "OWASP:A03:2021 - Injection");
        assertThat(scan.records.get(1).output()).isEqualTo("File: web/hash.js\nLine: 3");
        assertThat(scan.records.get(1).crossReferences()).containsExactly("CWE:327");
    }

    @Test
    void takesARuleOfTheSupplyChainForTheWeaknessOfItsPackage() {
        ScanRecord record = scan.records.get(4);
        assertThat(record.cves()).containsExactly("CVE-2026-7002");
        assertThat(record.solution()).isEqualTo("Upgrade left from 1.3.0 to 1.3.1 or newer.");
        assertThat(record.output())
                .isEqualTo("Package: left 1.3.0\nFile: package-lock.json\nReachable: true\nUsed in: web/a.js");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "Semgrep reports a problem with web/broken.js: Syntax error at line web/broken.js:1:",
                        "javascript.odd in web/a.js has the unknown severity \"PURPLE\"",
                        "javascript.nosem in web/a.js is ignored by a comment in the code");
    }

    @Test
    void readsTheFindingsOfThePlatform() {
        CollectedScan platform = CollectedScan.reading("/semgrep/platform.json");
        assertThat(platform.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "shop/web", "typescript.react.refs", Severity.MEDIUM, "src/a.ts"));
            assertThat(record.title()).isEqualTo("refs");
            assertThat(record.family()).isEqualTo("security");
            assertThat(record.synopsis()).isEqualTo("Cross-Site-Scripting (XSS)");
            assertThat(record.description()).isEqualTo("A ref is used.");
            assertThat(record.solution()).isEqualTo("Do not use refs.\nReplace the code by:\nrender(x)");
            assertThat(record.output())
                    .isEqualTo("File: src/a.ts\nLines: 7 to 9\nBranch: refs/heads/main\nConfidence: high\n"
                            + "First seen: 2026-01-02T03:04:05Z\nTriage: untriaged");
            assertThat(record.seeAlso()).containsExactly("https://git.example/shop/web/a.ts#L7");
            assertThat(record.crossReferences()).containsExactly("CWE:79", "OWASP:A03:2021 - Injection");
        });
        assertThat(platform.skipped).extracting(Skipped::why).containsExactly("typescript.old in src/b.ts is fixed");
    }

    @Test
    void takesAReportWithoutResultsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("{\"results\": [], \"errors\": []}");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
