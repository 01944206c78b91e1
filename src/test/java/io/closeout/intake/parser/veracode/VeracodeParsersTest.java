package io.closeout.intake.parser.veracode;

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

class VeracodeParsersTest {

    @Nested
    class DetailedReport {

        private final CollectedScan scan = CollectedScan.reading("/veracode/detailed.xml");

        @Test
        void locatesFlawsByFilePageAndLibrary() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "Shop", "CWE-78", Severity.CRITICAL, "com/shop/Pay.java"),
                            new Sighting(1, "https://shop.example", "CWE-209", Severity.LOW, "/cart/list"),
                            new Sighting(0, "Shop", "CVE-2026-7101", Severity.CRITICAL, "org.example:core"));
            assertThat(scan.headers.get(0).scanName()).isEqualTo("build 12");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-06-01T10:00:00Z"));
        }

        @Test
        void keepsTheFactsOfAFlaw() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("OS Command Injection");
            assertThat(record.family()).isEqualTo("static");
            assertThat(record.description()).isEqualTo("Input reaches a command.");
            assertThat(record.solution()).isEqualTo("Validate the input.\n- Use a white list.\n- Use a library.");
            assertThat(record.output())
                    .isEqualTo("File: com/shop/Pay.java\nLine: 40\nFunction: void pay()\nModule: shop.war\n"
                            + "Attack vector: exec\nIssue: 29\nFirst found: 2026-05-01 10:00:00 UTC\n"
                            + "Mitigation: Not Mitigated\nFinding:\nThis call to exec() contains a flaw.");
            assertThat(record.crossReferences()).containsExactly("CWE:78");
            assertThat(scan.records.get(1).output()).contains("Parameter: id");
        }

        @Test
        void keepsTheFactsOfALibrary() {
            ScanRecord record = scan.records.get(2);
            assertThat(record.cves()).containsExactly("CVE-2026-7101");
            assertThat(record.description()).isEqualTo("Code can be run from afar.");
            assertThat(record.output())
                    .isEqualTo("Package: org.example:core 1.11.0\nFile: core-1.11.0.jar\n"
                            + "Found in: shop.war#WEB-INF/lib/core-1.11.0.jar\nCVSS score: 9.8\n"
                            + "First found: 2026-05-02 10:00:00 UTC");
            assertThat(record.crossReferences()).containsExactly("CWE:94");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "flaw 30 (CWE-78, OS Command Injection) is mitigated, which was accepted",
                            "flaw 31 (CWE-78, OS Command Injection) is fixed",
                            "CWE-78 in com/shop/Odd.java has the unknown severity \"9\"",
                            "CVE-2026-7102 in org.example:core is mitigated: Mitigate by Design");
        }
    }

    @Test
    void findsTheSameFlawsInTheInterface() {
        CollectedScan scan = CollectedScan.reading("/veracode/findings.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "app-guid-1", "CWE-78", Severity.CRITICAL, "com/shop/Pay.java"),
                        new Sighting(1, "https://shop.example", "CWE-209", Severity.LOW, "/cart/list"),
                        new Sighting(0, "app-guid-1", "CVE-2026-7101", Severity.HIGH, "core"));
        ScanRecord flaw = scan.records.get(0);
        assertThat(flaw.title()).isEqualTo("OS Command Injection");
        assertThat(flaw.description()).startsWith("This call to exec() contains a flaw.");
        assertThat(flaw.seeAlso()).containsExactly("https://cwe.example/78");
        assertThat(flaw.output())
                .isEqualTo("File: com/shop/Pay.java\nLine: 40\nFunction: pay\nModule: shop.war\nAttack vector: exec\n"
                        + "Issue: 29\nFirst found: 2026-05-01T10:00:00.000Z");
        ScanRecord library = scan.records.get(2);
        assertThat(library.cvss().v3()).isEqualTo(7.5);
        assertThat(library.cvss().v2()).isEqualTo(7.1);
        assertThat(library.output()).contains("Found in: lib/core-1.11.0.jar");
        assertThat(library.crossReferences()).containsExactly("CWE:94");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("flaw 41 is closed", "flaw 42 is open, but approved as potential false positive");
    }

    @Test
    void findsTheSameFlawInThePipeline() {
        CollectedScan scan = CollectedScan.reading("/veracode/pipeline.json");
        assertThat(scan.records).hasSize(2).first().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(
                            new Sighting(0, ScannedHost.NOT_NAMED, "CWE-78", Severity.CRITICAL, "com/shop/Pay.java"));
            assertThat(record.title()).isEqualTo("OS Command Injection");
            assertThat(record.seeAlso()).containsExactly("https://cwe.example/78");
            assertThat(record.output())
                    .isEqualTo("File: com/shop/Pay.java\nLine: 40\nFunction: com.shop.Pay.pay\n"
                            + "Attack vector: java.lang.Runtime.exec\nIssue: 1000");
        });
    }

    @Test
    void refusesAPipelineThatDidNotEndAndASummary() {
        String failed = CollectedScan.text("/veracode/pipeline.json").replace("SUCCESS", "TIMEOUT");
        assertThatThrownBy(() -> CollectedScan.of(failed))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessage("The pipeline scan did not come to its end, its status is TIMEOUT. Run it again.");
        assertThatThrownBy(() -> CollectedScan.of("<summaryreport app_name=\"Shop\"/>"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("Download the detailed XML report.");
    }

    @Test
    void readsTheIssuesOfTheAgentInBothFormats() {
        CollectedScan json = CollectedScan.reading("/veracode/agent.json");
        CollectedScan table = CollectedScan.reading("/veracode/agent.csv");
        Sighting core = new Sighting(0, "shop-api", "CVE-2026-7101", Severity.HIGH, "org.example:core");
        assertThat(json.records).singleElement().satisfies(record -> {
            assertThat(record.sighting().checkId()).isEqualTo(core.checkId());
            assertThat(record.sighting().location()).isEqualTo(core.location());
            assertThat(record.severity()).isEqualTo(Severity.HIGH);
            assertThat(record.title()).isEqualTo("Arbitrary Code Execution");
            assertThat(record.cvss().v3()).isEqualTo(8.8);
            assertThat(record.crossReferences()).containsExactly("CWE:665");
            assertThat(record.seeAlso()).containsExactly("https://sca.example/issues/1");
            assertThat(record.output()).contains("Branch: main\nLatest version: 1.22.0");
        });
        assertThat(table.records).singleElement().satisfies(record -> {
            assertThat(record.sighting()).isEqualTo(core);
            assertThat(record.solution()).isEqualTo("Upgrade org.example:core from 1.11.0 to 1.12.0 or newer.");
        });
        assertThat(json.skipped)
                .extracting(Skipped::why)
                .containsExactly("issue i2 is fixed", "issue i3 is of the type library, which is no weakness");
        assertThat(table.skipped)
                .extracting(Skipped::why)
                .containsExactly("issue 2 is ignored", "SRCCLR-77 in right has the unknown severity \"Purple\"");
    }

    @Test
    void takesAReportWithoutFlawsForClean() throws IOException {
        CollectedScan clean =
                CollectedScan.of("<detailedreport app_name=\"Shop\"><severity level=\"5\"/></detailedreport>");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
