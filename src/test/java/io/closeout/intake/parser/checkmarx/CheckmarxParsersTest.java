package io.closeout.intake.parser.checkmarx;

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

class CheckmarxParsersTest {

    @Test
    void locatesAResultWhereTheDataEndsUp() {
        CollectedScan scan = CollectedScan.reading("/checkmarx/sast.xml");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "shop", "Reflected_XSS_All_Clients", Severity.HIGH, "src/Page.java"),
                        new Sighting(0, "shop", "Missing_HSTS_Header", Severity.INFO, ""));
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Reflected XSS All Clients");
        assertThat(record.family()).isEqualTo("Java High Risk");
        assertThat(record.description()).isEqualTo("PCI DSS v3.2: 6.5.7 - XSS\nOWASP Top 10 2021: A3-Injection");
        assertThat(record.output())
                .isEqualTo("File: src/Login.java\nLine: 88\nStatus: New\nFirst found: 6/14/2026 1:51:51 PM\n"
                        + "Ends in: src/Page.java\nLine there: 108\nObject: write");
        assertThat(record.seeAlso()).containsExactly("https://cx.example/viewer?pathid=2");
        assertThat(record.crossReferences()).containsExactly("CWE:79");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "Reflected_XSS_All_Clients in src/Old.java is not exploitable",
                        "Reflected_XSS_All_Clients in src/Gone.java is fixed",
                        "Reflected_XSS_All_Clients in src/Odd.java has the unknown severity \"Purple\"");
    }

    @Test
    void readsAllEnginesOfCheckmarxOne() {
        CollectedScan scan = CollectedScan.reading("/checkmarx/one.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, ScannedHost.NOT_NAMED, "SQL_Injection", Severity.CRITICAL, "src/Store.java"),
                        new Sighting(
                                0, ScannedHost.NOT_NAMED, "Missing User Instruction", Severity.MEDIUM, "Dockerfile"),
                        new Sighting(0, ScannedHost.NOT_NAMED, "CVE-2026-7201", Severity.HIGH, "left"),
                        new Sighting(1, "shop/web:1.2", "CVE-2026-7202", Severity.LOW, "openssl"));
        ScanRecord code = scan.records.get(0);
        assertThat(code.title()).isEqualTo("SQL Injection");
        assertThat(code.family()).isEqualTo("Java Critical Risk");
        assertThat(code.description()).isEqualTo("The method pay runs SQL.");
        assertThat(code.output())
                .isEqualTo("File: /src/Pay.java\nLine: 86\nMethod: pay\nEnds in: /src/Store.java\nLine there: 91\n"
                        + "Object: executeQuery\nStatus: RECURRENT\nState: TO_VERIFY\n"
                        + "First found: 2026-05-24T15:03:11Z");
        assertThat(code.crossReferences()).containsExactly("CWE:89");
        ScanRecord configuration = scan.records.get(1);
        assertThat(configuration.family()).isEqualTo("Build Process");
        assertThat(configuration.solution()).isEqualTo("There should be a USER");
        assertThat(configuration.output()).startsWith("File: Dockerfile\nLine: 1\nFound: There is no USER");
        ScanRecord library = scan.records.get(2);
        assertThat(library.solution()).isEqualTo("Upgrade left from 1.3.0 to 1.3.1 or newer.");
        assertThat(library.cvss().v3()).isEqualTo(7.5);
        assertThat(library.seeAlso()).containsExactly("https://adv.example/1");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("SQL_Injection in src/Old.java is not exploitable");
    }

    @Test
    void readsTheReportInBothLayouts() {
        CollectedScan older = CollectedScan.reading("/checkmarx/report.json");
        assertThat(older.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "shop", "SQL_Injection", Severity.HIGH, "src/Store.java"),
                        new Sighting(0, "shop", "CVE-2026-7201", Severity.HIGH, "left"),
                        new Sighting(0, "shop", "Apt Get Install Lists Were Not Deleted", Severity.INFO, "Dockerfile"));
        assertThat(older.records.get(0).description()).isEqualTo("SQL is built from input.");
        assertThat(older.records.get(0).crossReferences()).containsExactly("CWE:89");
        assertThat(older.records.get(1).crossReferences()).containsExactly("CWE:400");
        assertThat(older.records.get(2).solution()).isEqualTo("Delete them");
        assertThat(older.skipped)
                .extracting(Skipped::why)
                .containsExactly("SQL_Injection in src/Old.java is not exploitable");
        CollectedScan newer = CollectedScan.reading("/checkmarx/report-improved.json");
        assertThat(newer.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "shop", "Reflected_XSS", Severity.HIGH, "src/Page.kt"),
                        new Sighting(0, "shop", "Using Unrecommended Namespace", Severity.MEDIUM, "deploy/a.yaml"));
        assertThat(newer.records.get(0).output())
                .isEqualTo("File: /src/Login.kt\nLine: 69\nMethod: put\nEnds in: /src/Page.kt\nLine there: 484\n"
                        + "Object: set\nStatus: Recurrent\nState: To Verify");
        assertThat(newer.records.get(0).seeAlso())
                .containsExactly("https://cx.example/sast?result-id=1", "https://cx.example/description/79");
        assertThat(newer.records.get(1).family()).isEqualTo("Insecure Configurations");
    }

    @Test
    void findsTheSameResultInTheFileOfTheFlow() {
        CollectedScan scan = CollectedScan.reading("/checkmarx/flow.json");
        assertThat(scan.records).hasSize(2).first().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "shop", "Reflected_XSS_All_Clients", Severity.HIGH, "src/Page.java"));
            assertThat(record.output())
                    .isEqualTo("File: src/Login.java\nLine: 88\nEnds in: src/Page.java\nLine there: 108\n"
                            + "Object: write\nStatus: TO VERIFY");
            assertThat(record.seeAlso())
                    .containsExactly("https://cx.example/viewer?pathid=2", "https://cx.example/fix?queryID=591");
        });
        assertThat(scan.records.get(1).sighting())
                .isEqualTo(new Sighting(0, "shop", "Missing_HSTS_Header", Severity.MEDIUM, "src/Web.java"));
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("Reflected_XSS_All_Clients in src/Page.java is not exploitable");
    }

    @Test
    void namesTheLibrariesOfTheOpenSourceAnalysis() {
        CollectedScan scan = CollectedScan.reading("/checkmarx/osa.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(
                            new Sighting(0, ScannedHost.NOT_NAMED, "CVE-2026-7201", Severity.HIGH, "org.example:left"));
            assertThat(record.description()).isEqualTo("Left is slow.");
            assertThat(record.solution()).isEqualTo("Upgrade to 1.3.1");
            assertThat(record.output()).isEqualTo("Package: org.example:left 1.3.0\nScore: 7.5\nState: TO_VERIFY");
            assertThat(record.seeAlso()).containsExactly("https://nvd.example/CVE-2026-7201");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 5, 3));
        });
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-7203 in org.example:left is not exploitable",
                        "CVE-2026-7204 names no library of the file");
    }

    @Test
    void refusesOneOfTheTwoFilesOfTheOpenSourceAnalysis() {
        assertThatThrownBy(() -> CollectedScan.of("[{\"cveName\": \"CVE-2026-7201\", \"libraryId\": \"L1\"}]"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("jq -s . CxOSAVulnerabilities.json CxOSALibraries.json");
    }

    @Test
    void takesAReportWithoutResultsForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("<CxXMLResults ProjectName=\"shop\"/>");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
        assertThat(clean.hosts).extracting(ScannedHost::name).containsExactly("shop");
        assertThat(CollectedScan.of("{\"results\": [], \"totalCount\": 0, \"scanID\": \"s\"}").records)
                .isEmpty();
    }
}
