package io.closeout.intake.parser.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListedFindingTest {

    @Nested
    class InATable {

        private final CollectedScan scan = CollectedScan.reading("/generic/findings.csv");

        @Test
        void bringsAllThatItsColumnsSay() {
            ScanRecord first = scan.records.get(0);
            assertThat(first.title()).isEqualTo("Old web server");
            assertThat(first.severity()).isEqualTo(Severity.HIGH);
            assertThat(first.sighting().hostName()).isEqualTo("web1.example");
            assertThat(first.sighting().location()).isEqualTo("443/tcp");
            assertThat(first.sighting().checkId()).isEqualTo("CVE-2026-1001");
            assertThat(first.description()).isEqualTo("It is old,\nvery old");
            assertThat(first.solution()).isEqualTo("Update it");
            assertThat(first.cves()).containsExactly("CVE-2026-1001");
            assertThat(first.crossReferences()).containsExactly("CWE:79");
            assertThat(first.cvss().v3()).isEqualTo(7.5);
            assertThat(first.seeAlso()).containsExactly("https://advisories.example/1");
        }

        @Test
        void isKnownByItsTitleWhereNothingBetterIsThere() {
            assertThat(scan.records.get(1).sighting().checkId()).isEqualTo("Shared password");
            assertThat(scan.records.get(1).severity()).isEqualTo(Severity.MEDIUM);
            assertThat(scan.records.get(2).sighting().isAboveInfo()).isFalse();
        }

        @Test
        void namesItsAssetsAndProvesNothingOfThem() {
            assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("web1.example", "10.0.0.7");
            assertThat(scan.hosts).noneMatch(ScannedHost::reached);
            assertThat(scan.hosts.get(1).addresses()).containsExactly("10.0.0.7");
        }

        @Test
        void isLeftOutWithTheReasonIfItIsOverOrNotUnderstood() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "\"Closed long ago\": the list calls it closed",
                            "\"Strange\" has the unknown severity \"Terrible\"",
                            "an entry without a title");
            assertThat(scan.skipped).extracting(Skipped::where).allMatch(where -> where.startsWith("line "));
        }

        @Test
        void aTableWithoutRowsIsClean() throws IOException {
            CollectedScan empty = CollectedScan.of("Title,Severity\n");
            assertThat(empty.headers).hasSize(1);
            assertThat(empty.records).isEmpty();
        }

        @Test
        void aTableOfSomethingElseIsNotRecognised() {
            assertThatThrownBy(() -> CollectedScan.of("Title,Price\nBook,3\n")).isInstanceOf(ScanUnreadable.class);
        }
    }

    @Nested
    class InJson {

        private final CollectedScan scan = CollectedScan.reading("/generic/findings.json");

        @Test
        void bringsWhatItsMembersSay() {
            ScanRecord secret = scan.records.get(0);
            assertThat(secret.sighting().checkId()).isEqualTo("KEY-1");
            assertThat(secret.sighting().hostName()).isEqualTo(ScannedHost.NOT_NAMED);
            assertThat(secret.sighting().location()).isEqualTo("src/keys.py");
            assertThat(secret.description()).isEqualTo("A key lies in the open.\n\nAnybody signs.");
            assertThat(secret.output()).isEqualTo("Line 12");
            assertThat(secret.crossReferences()).containsExactly("CWE:798");
            assertThat(secret.cvss().v3Vector()).startsWith("CVSS:3.1");
            assertThat(secret.seeAlso()).containsExactly("https://advisories.example/2");
        }

        @Test
        void readsLibrariesAndWebSites() {
            ScanRecord library = scan.records.get(1);
            assertThat(library.cves()).containsExactly("CVE-2026-1002", "CVE-2026-1003");
            assertThat(library.crossReferences()).containsExactly("CWE:79", "CWE:89", "CWE:22");
            assertThat(library.sighting().location()).isEqualTo("left-pad");
            assertThat(library.solution()).isEqualTo("Upgrade to 2.0.1.");
            ScanRecord login = scan.records.get(2);
            assertThat(login.sighting().hostName()).isEqualTo("https://shop.example:8443");
            assertThat(login.sighting().location()).isEqualTo("/login");
        }

        @Test
        void isLeftOutIfTheListCallsItOver() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "\"Not active\": the list calls it not active",
                            "\"False alarm\": the list calls it false positive");
        }
    }
}
