package io.closeout.intake.parser.sonarqube;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SonarQubeParserTest {

    private final CollectedScan issues = CollectedScan.reading("/sonarqube/issues.json");

    @Test
    void ratesWhatConcernsSecurityAndKeepsTheRestAsInformation() {
        assertThat(issues.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "shop", "java:S5542", Severity.HIGH, "src/Pay.java"),
                        new Sighting(0, "shop", "java:S100", Severity.INFO, "src/Pay.java"),
                        new Sighting(0, "shop", "java:S2222", Severity.CRITICAL, "src/Lock.java"),
                        new Sighting(0, "shop", "CVE-2026-7301", Severity.MEDIUM, "left"));
    }

    @Test
    void keepsTheFacts() {
        ScanRecord record = issues.records.get(0);
        assertThat(record.title()).isEqualTo("Encryption algorithms should be used with secure mode");
        assertThat(record.family()).isEqualTo("vulnerability");
        assertThat(record.description()).isEqualTo("Use secure mode and padding scheme.");
        assertThat(record.output())
                .isEqualTo("File: src/Pay.java\nLines: 40 to 42\nMessage: Use secure mode and padding scheme.\n"
                        + "Severity of SonarQube: CRITICAL\nStatus: OPEN\nFirst found: 2026-01-01T01:01:01+0000\n"
                        + "Key: k1");
    }

    @Test
    void takesALibraryInAMessageForTheWeaknessOfAPackage() {
        ScanRecord record = issues.records.get(3);
        assertThat(record.cves()).containsExactly("CVE-2026-7301");
        assertThat(record.description()).isEqualTo("Left is slow.");
        assertThat(record.crossReferences()).containsExactly("CWE:120", "CWE:79");
        assertThat(record.output()).isEqualTo("Package: left 1.3.0\nCVSS score: 6.4\nStatus: OPEN\nKey: k4");
    }

    @Test
    void namesWhatItLeavesOutAndWhatTheFileLacks() {
        assertThat(issues.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "java:S5542 in src/Old.java is false positive",
                        "java:S5542 in src/Odd.java has the unknown severity \"PURPLE\"",
                        "The file holds 6 of 8 findings: hand in the other pages as well");
    }

    @Test
    void ratesHotspotsByTheirProbabilityUntilTheyAreReviewedAsSafe() {
        CollectedScan scan = CollectedScan.reading("/sonarqube/hotspots.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "shop", "typescript:S7777", Severity.HIGH, "src/app.ts"),
                        new Sighting(0, "shop", "hotspot:sql-injection", Severity.LOW, "src/b.ts"));
        assertThat(scan.records.get(0).title()).isEqualTo("Make sure that this is safe here.");
        assertThat(scan.records.get(0).family()).isEqualTo("security hotspot");
        assertThat(scan.records.get(0).output()).contains("Line: 47").contains("Category: xss");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "hotspot:sql-injection in src/c.ts is safe",
                        "hotspot:sql-injection in src/d.ts has the unknown severity \"ODD\"");
    }

    @Test
    void readsTheReportWithItsRules() {
        CollectedScan scan = CollectedScan.reading("/sonarqube/report.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting()).isEqualTo(new Sighting(0, "shop", "python:S3752", Severity.HIGH, "app.py"));
            assertThat(record.title()).isEqualTo("Allowing both safe and unsafe HTTP methods is security-sensitive");
            assertThat(record.description()).startsWith("An unsafe method changes something.");
            assertThat(record.seeAlso()).containsExactly("https://cwe.example/352");
            assertThat(record.crossReferences()).containsExactly("CWE:352");
        });
    }

    @Test
    void takesAListWithoutIssuesForClean() throws IOException {
        CollectedScan clean =
                CollectedScan.of("{\"paging\": {\"total\": 0}, \"issues\": [], \"components\": [], \"facets\": []}");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
