package io.closeout.intake.parser.npm;

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
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmAuditParsersTest {

    private static final String CODE = ScannedHost.NOT_NAMED;

    @Test
    void readsTheLayoutOfNpm6() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/npm/npm-6.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, CODE, "CVE-2016-0002", Severity.MEDIUM, "negotiator"),
                        new Sighting(0, CODE, "GHSA-aaaa-bbbb-ffff", Severity.LOW, "left-pad"));
        ScanRecord record = scan.records.get(0);
        assertThat(record.severity()).isEqualTo(Severity.HIGH);
        assertThat(record.cvss().v3()).isEqualTo(7.5);
        assertThat(record.title()).isEqualTo("Regular Expression Denial of Service");
        assertThat(record.description()).isEqualTo("A header takes long to read.");
        assertThat(record.solution()).isEqualTo("Update to version 0.6.1 or later.");
        assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2016, 5, 4));
        assertThat(record.crossReferences()).containsExactly("CWE:400", "npm:106");
        assertThat(record.seeAlso())
                .containsExactly("https://npmjs.example/advisories/106", "https://example.test/negotiator");
        assertThat(record.output())
                .contains("Package: negotiator 0.5.3")
                .contains("Paths: express>accepts>negotiator, negotiator");
        assertThat(scan.records.get(1).crossReferences()).containsExactly("CWE:20", "CWE:79", "GHSA-aaaa-bbbb-ffff");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("npm:108 in left-pad has the unknown severity \"purple\"");
    }

    @Test
    void findsEachAdvisoryOfAPackageSinceNpm7() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/npm/npm-10.json");
        ScanRecord record = scan.records.get(0);
        assertThat(scan.records).hasSize(1);
        assertThat(record.sighting()).isEqualTo(new Sighting(0, CODE, "GHSA-aaaa-bbbb-gggg", Severity.LOW, "cookie"));
        assertThat(record.cvss().v3()).isNull();
        assertThat(record.solution()).isEqualTo("Update express to 5.1.0, which is a new major version.");
        assertThat(record.output()).contains("Needed by: express");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("express is affected only through cookie, whose advisories stand by themselves");
    }

    @Test
    void identifiesAnAdvisoryAlikeInAllVersionsOfYarn() throws IOException {
        ScanRecord first = CollectedScan.ofResource("/npm/yarn-1.jsonl").records.get(0);
        CollectedScan fourth = CollectedScan.ofResource("/npm/yarn-4.jsonl");
        assertThat(first.sighting()).isEqualTo(new Sighting(0, CODE, "CVE-2016-0002", Severity.HIGH, "negotiator"));
        assertThat(fourth.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, CODE, "GHSA-aaaa-bbbb-hhhh", Severity.HIGH, "negotiator"),
                        new Sighting(0, CODE, "request (deprecation)", Severity.MEDIUM, "request"));
        assertThat(fourth.records.get(0).output()).contains("Needed by: accepts@npm:1.3.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"code\": \"ENOLOCK\", \"summary\": \"This command requires an existing lockfile.\"}}",
                "{\"type\": \"info\", \"data\": \"No lockfile found.\"}",
                "{\"type\": \"warning\", \"data\": \"No license\"}\n{\"type\": \"error\", \"data\": \"No connection\"}"
            })
    void refusesTheReportOfAnAuditThatDidNotHappen(String report) {
        assertThatThrownBy(() -> CollectedScan.of(report))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("did not audit anything");
    }

    @Test
    void takesNoAdvisoriesForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("""
                {"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {}}""");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
