package io.closeout.intake.parser.xccdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class XccdfParserTest {

    private static final String RESULTS = "/xccdf/press.xml";

    private final CollectedScan scan = CollectedScan.reading(RESULTS);

    @Test
    void takesWhatFailedWithTheWordsOfItsRule() {
        ScanRecord failed = scan.records.get(0);
        assertThat(failed.sighting().checkId()).isEqualTo("V-900001");
        assertThat(failed.sighting().location()).isEqualTo("Press_STIG");
        assertThat(failed.sighting().hostName()).isEqualTo("press-hmi");
        assertThat(failed.severity()).isEqualTo(Severity.HIGH);
        assertThat(failed.title()).isEqualTo("The press must ask for a name");
        assertThat(failed.description()).isEqualTo("Else anybody presses.");
        assertThat(failed.solution()).isEqualTo("Switch it on.");
        assertThat(failed.output()).isEqualTo("No name asked");
        assertThat(failed.crossReferences()).containsExactly("CCE-1", "CCI-000366");
    }

    @Test
    void aRuleThatTheBenchmarkDoesNotRateIsModerate() {
        assertThat(scan.records.get(1).sighting().checkId()).isEqualTo("V-900004");
        assertThat(scan.records.get(1).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(scan.records).hasSize(2);
    }

    @Test
    void sharesFamilyAndIdsWithChecklistsAndSpeaksOfWhatWasChecked() {
        var header = scan.headers.get(0);
        assertThat(header.scanner()).isEqualTo("stig");
        assertThat(header.policyName()).isEqualTo("MAC-2");
        assertThat(header.checks().ran("V-900002", "")).contains(true);
        assertThat(header.checks().ran("V-900003", "")).contains(false);
    }

    @Test
    void knowsTheTargetAndWhenItWasDone() {
        assertThat(scan.hosts).singleElement().satisfies(host -> {
            assertThat(host.addresses()).containsExactly("10.9.0.4");
            assertThat(host.fqdns()).containsExactly("press-hmi.halyard.example");
            assertThat(host.macs()).containsExactly("00:11:22:33:44:55");
            assertThat(host.end()).isEqualTo(Instant.parse("2026-03-01T20:00:00Z"));
            assertThat(host.reached()).isTrue();
        });
    }

    @Test
    void guessesNothing() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .satisfiesExactly(
                        why -> assertThat(why).contains("SV-900005", "unknown result \"perhaps\""),
                        why -> assertThat(why).contains("SV-900006", "unknown severity \"grave\""),
                        why -> assertThat(why).startsWith("1 rules were not checked"));
    }

    @Test
    void readsResultsAloneAndInACollection() throws IOException {
        String text = CollectedScan.text(RESULTS);
        String alone = text.substring(text.indexOf("<TestResult"), text.indexOf("</TestResult>") + 13);
        assertThat(CollectedScan.of(alone).records).hasSize(2);
        String whole = text.substring(text.indexOf("<Benchmark"));
        assertThat(CollectedScan.of("<asset-report-collection><reports><report><content>" + whole
                                + "</content></report></reports></asset-report-collection>")
                        .records)
                .hasSize(2);
    }

    @Test
    void otherRulesKeepTheirIds() throws IOException {
        String other = CollectedScan.text(RESULTS)
                .replaceAll("xccdf_mil.disa.stig_rule_SV-(\\d+)r5_rule", "xccdf_org.example_rule_$1")
                .replaceAll("xccdf_mil.disa.stig_group_V-", "xccdf_org.example_group_");
        CollectedScan scan = CollectedScan.of(other);
        assertThat(scan.headers.get(0).scanner()).isEqualTo("xccdf");
        assertThat(scan.records.get(0).sighting().checkId()).isEqualTo("xccdf_org.example_rule_900001");
    }

    @Test
    void aBenchmarkWithoutResultsIsNamedAsWhatItIs() {
        assertThatThrownBy(() -> CollectedScan.of("<Benchmark><Group id=\"g\"><Rule id=\"r\"/></Group></Benchmark>"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("benchmark without results");
    }

    @Test
    void resultsThatBreakOffAreRefused() {
        String text = CollectedScan.text(RESULTS);
        assertThatThrownBy(() -> CollectedScan.of(text.substring(0, text.length() / 2)))
                .isInstanceOf(ScanUnreadable.class);
    }

    private static String result(String target, String rules) {
        return "<TestResult id=\"" + target + "\"><benchmark id=\"b\"/><target>" + target + "</target>" + rules
                + "</TestResult>";
    }

    private static String rule(String id, String result) {
        return "<rule-result idref=\"" + id + "\" severity=\"high\"><result>" + result + "</result></rule-result>";
    }

    @Test
    void speaksOfARuleOnlyIfEachTargetWasCheckedForIt() throws IOException {
        CollectedScan two =
                CollectedScan.of("<Benchmark id=\"b\">" + result("one", rule("r1", "pass") + rule("r2", "pass"))
                        + result("two", rule("r2", "pass")) + "</Benchmark>");
        assertThat(two.headers.get(0).checks().ran("r1", "")).contains(false);
        assertThat(two.headers.get(0).checks().ran("r2", "")).contains(true);
    }

    @Test
    void severalBenchmarksOnOneTargetSpeakTogether() throws IOException {
        CollectedScan one = CollectedScan.of("<Benchmark id=\"b\">" + result("one", rule("r1", "pass"))
                + result("one", rule("r2", "pass")) + "</Benchmark>");
        assertThat(one.headers.get(0).checks().ran("r1", "")).contains(true);
        assertThat(one.headers.get(0).checks().ran("r2", "")).contains(true);
    }

    @Test
    void refusesResultsOfNoRule() {
        assertThatThrownBy(() -> CollectedScan.of("<Benchmark id=\"b\">" + result("one", "") + "</Benchmark>"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("no result of any rule");
    }
}
