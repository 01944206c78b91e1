package io.closeout.intake.parser.fortify;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FortifyParsersTest {

    private static final Sighting SQL = new Sighting(0, "shop", "SQL Injection", Severity.CRITICAL, "src/Store.java");

    @Test
    void locatesAResultByTheFileThatFortifyShowsFirst() {
        CollectedScan scan = CollectedScan.reading("/fortify/audit.fvdl");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        SQL,
                        new Sighting(
                                0, "shop", "Password Management: Password in Comment", Severity.LOW, "src/Pay.java"),
                        new Sighting(0, "shop", "SQL Injection", Severity.HIGH, "src/Old.java"),
                        new Sighting(0, "shop", "Build Misconfiguration", Severity.MEDIUM, "pom.xml"));
        assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-03-10T15:36:03Z"));
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void takesAResultWhoseRuleHasNoFiguresForModerateAndSaysSo() {
        assertThat(CollectedScan.reading("/fortify/audit.fvdl").records.get(3).output())
                .contains("Priority: not rated by Fortify");
    }

    @Test
    void keepsTheFactsThatStandBehindTheResults() {
        ScanRecord record = CollectedScan.reading("/fortify/audit.fvdl").records.get(0);
        assertThat(record.title()).isEqualTo("SQL Injection");
        assertThat(record.family()).isEqualTo("Input Validation and Representation");
        assertThat(record.synopsis()).isEqualTo("On line 91 of Store.java SQL is built from input.");
        assertThat(record.description()).isEqualTo("Errors occur here.\n\nFor example:\n\nselect");
        assertThat(record.solution()).isEqualTo("Use parameters.\nLook at all callers.");
        assertThat(record.output())
                .isEqualTo("File: src/Store.java\nLine: 91\nAnalyzer: dataflow\nSeverity of the kind: 4.0\n"
                        + "Confidence: 5.0\nInstance: I1");
        assertThat(record.crossReferences()).containsExactly("CWE:89", "CWE:564");
    }

    @Test
    void leavesOutWhatPeopleDecidedInTheProjectFile() throws IOException {
        CollectedScan scan = new CollectedScan();
        byte[] project = project();
        new ParserRegistry().read(ScanInput.of("shop.fpr", () -> new ByteArrayInputStream(project)), scan);
        assertThat(scan.records)
                .extracting(record -> record.sighting().checkId())
                .containsExactly("SQL Injection", "Build Misconfiguration");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "Password Management: Password in Comment in src/Pay.java is marked as \"Not an Issue\"",
                        "SQL Injection in src/Old.java is suppressed");
    }

    /** As Fortify packs it: with many files of code, which hold reports of other tools now and then. */
    private static byte[] project() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 1_100; i++) {
                entry(zip, "src-archive/" + i + ".xml", "<CxXMLResults/>");
            }
            entry(zip, "VERSION", "24.2");
            entry(zip, "audit.xml", CollectedScan.text("/fortify/audit.xml"));
            entry(zip, "audit.fvdl", CollectedScan.text("/fortify/audit.fvdl"));
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Fortify Priority Order: impact and likelihood, each above or below the middle of 0 to 5. */
    @ParameterizedTest
    @CsvSource({
        "5.0, 5.0, 5.0, 2.5, critical",
        "2.5, 5.0, 5.0, 2.4, high",
        "2.4, 5.0, 5.0, 2.5, medium",
        "2.4, 5.0, 5.0, 2.4, low",
        "5.0, 5.0, 5.0, 2.45, critical",
        "5.0, '', 5.0, 2.5, ''"
    })
    void ratesByTheOrderOfFortify(
            String impact, String accuracy, String confidence, String probability, String priority) {
        assertThat(FortifyPriority.of(impact, accuracy, confidence, probability))
                .isEqualTo(priority);
    }

    @Test
    void readsTheReport() {
        CollectedScan scan = CollectedScan.reading("/fortify/report.xml");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(
                            new Sighting(0, ScannedHost.NOT_NAMED, SQL.checkId(), Severity.CRITICAL, SQL.location()));
            assertThat(record.family()).isEqualTo("Input Validation and Representation");
            assertThat(record.synopsis()).isEqualTo("SQL is built from input.");
            assertThat(record.description()).isEqualTo("Errors occur here.");
            assertThat(record.solution()).isEqualTo("Use parameters.");
            assertThat(record.output())
                    .isEqualTo("File: src/Store.java\nLine: 91\nFunction: executeQuery()\nAnalysis: Exploitable\n"
                            + "Instance: I1");
        });
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "SQL Injection in src/Old.java is marked as \"Not an Issue\"",
                        "SQL Injection in src/Odd.java has the unknown severity \"Purple\"");
    }

    @Test
    void readsTheListOfTheSecurityCenter() {
        CollectedScan scan = CollectedScan.reading("/fortify/ssc.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, ScannedHost.NOT_NAMED, SQL.checkId(), Severity.CRITICAL, SQL.location()),
                        new Sighting(0, ScannedHost.NOT_NAMED, "Unreleased Resource", Severity.LOW, "src/Pay.java"));
        assertThat(scan.records.get(0).output())
                .isEqualTo("File: src/Store.java\nLine: 91\nEngine: SCA\nAnalysis: Exploitable\nInstance: I1");
        assertThat(scan.records.get(1).output()).isEqualTo("File: src/Pay.java\nLine: 100");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "SQL Injection in src/Old.java is suppressed",
                        "SQL Injection in src/No.java is marked as \"Not an Issue\"");
    }

    @Test
    void takesAProjectWithoutResultsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("<FVDL><Build><BuildID>shop</BuildID></Build><Vulnerabilities/></FVDL>");
        assertThat(clean.records).isEmpty();
        assertThat(clean.hosts).extracting(ScannedHost::name).containsExactly("shop");
    }
}
