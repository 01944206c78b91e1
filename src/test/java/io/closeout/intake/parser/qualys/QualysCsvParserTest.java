package io.closeout.intake.parser.qualys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QualysCsvParserTest {

    @Nested
    class OfVm {

        private final CollectedScan scan = QualysSamples.read("vm.csv");

        @Test
        void givesRowsByTheirLevels() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "srv01.example.test", "990040", Severity.HIGH, "443/tcp"),
                            new Sighting(0, "srv01.example.test", "990042", Severity.INFO, "0/tcp"),
                            new Sighting(1, "10.9.2.22", "990043", Severity.LOW, "53/udp"));
        }

        @Test
        void keepsTheFactsOfARow() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Old Library");
            assertThat(record.family()).isEqualTo("Web server");
            assertThat(record.cves()).containsExactly("CVE-2026-2040", "CVE-2026-2041");
            assertThat(record.cvss().v2()).isEqualTo(5.0);
            assertThat(record.cvss().v3()).isEqualTo(7.5);
            assertThat(record.cvss().v3Vector()).isEqualTo("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N");
            assertThat(record.description()).isEqualTo("Old.\n\nSee here (https://vendor.example.test/lib).\n\nLeaks.");
            assertThat(record.solution()).isEqualTo("Update.");
            assertThat(record.output()).isEqualTo("lib 1.0");
            assertThat(record.seeAlso()).containsExactly("https://vendor.example.test/lib");
            assertThat(record.crossReferences()).containsExactly("LIB-2026-1", "LIB-2026-2", "BID:70040", "BID:70041");
            assertThat(record.exploit().available()).isTrue();
        }

        @Test
        void leavesOutWhatIsFixedOrOfAnUnknownLevel() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "QID 990041 on srv01.example.test is fixed, as Qualys says",
                            "QID 990044 on 10.9.2.22 has the unknown severity \"9\"");
        }

        @Test
        void listsHostsWithoutResultsAsWell() {
            assertThat(scan.hosts)
                    .extracting(ScannedHost::name)
                    .containsExactly("srv01.example.test", "10.9.2.22", "10.9.2.23");
            assertThat(scan.hosts).extracting(ScannedHost::contact).containsOnly(Contact.LISTED);
            ScannedHost server = scan.hosts.get(0);
            assertThat(server.end()).isEqualTo(Instant.parse("2026-10-05T22:00:00Z"));
            assertThat(server.agentId()).isEqualTo("aaaaaaaa-0000-0000-0000-000000000001");
            assertThat(server.netbiosName()).isEqualTo("SRV01");
            assertThat(server.operatingSystem()).isEqualTo("Windows Server 2022");
        }
    }

    @Nested
    class OfVmdr {

        private final CollectedScan scan = QualysSamples.read("vmdr.csv");

        @Test
        void joinsTheRowsOfOneFinding() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(new Sighting(0, "SRV05", "990050", Severity.CRITICAL, "8443/tcp"));
            assertThat(scan.cves("990050")).containsExactly("CVE-2026-2050", "CVE-2026-2051");
        }

        @Test
        void keepsDatesAndAddresses() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 8, 20));
            assertThat(record.patchPublished()).isEqualTo(LocalDate.of(2026, 8, 25));
            assertThat(record.description()).isEqualTo("Reads memory\n\nFlaws.");
            assertThat(scan.hosts).singleElement().satisfies(host -> {
                assertThat(host.addresses()).containsExactly("10.9.2.51", "10.9.2.52", "2001:db8::51");
                assertThat(host.netbiosName()).isEqualTo("SRV05");
                assertThat(host.end()).isEqualTo(Instant.parse("2026-10-05T07:00:00Z"));
            });
        }

        @Test
        void leavesOutWhatIsFixedOrIgnored() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "QID 990051 on SRV05 is fixed, as Qualys says",
                            "QID 990052 on SRV05 is ignored or disabled in Qualys");
        }
    }

    @Nested
    class OfVmdrWithEachRowInOneCell {

        private final CollectedScan scan = QualysSamples.read("vmdr-wrapped.csv");

        @Test
        void readsTheTableInside() {
            assertThat(scan.skipped).isEmpty();
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "SRV07", "990070", Severity.MEDIUM, "443/tcp"),
                            new Sighting(0, "SRV07", "990071", Severity.HIGH, "0/tcp"));
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Old, and \"Weak\" Cipher");
            assertThat(record.solution()).isEqualTo("Update.\nRestart.");
            assertThat(record.output()).isEqualTo("#table cols=\"3\" TLS 1.0");
        }

        @Test
        void isRefusedIfItBreaksOff() {
            String whole = QualysSamples.text("vmdr-wrapped.csv");
            assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() - 40)))
                    .isInstanceOf(ScanUnreadable.class);
        }
    }

    @Nested
    class OfPci {

        private final CollectedScan scan = QualysSamples.read("pci.csv");

        @Test
        void takesQualysLevelsNotThoseOfPci() {
            assertThat(scan.records).singleElement().satisfies(record -> {
                assertThat(record.sighting())
                        .isEqualTo(new Sighting(0, "pay.example.test", "990060", Severity.MEDIUM, "443/tcp"));
                assertThat(record.output())
                        .isEqualTo("Potential vulnerability: the scanner could not confirm it.\n\nTLS 1.0");
                assertThat(record.cves()).containsExactly("CVE-2026-2060");
                assertThat(record.crossReferences()).containsExactly("BID:70060");
            });
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly("QID 990061 on pay.example.test is a false positive, as Qualys says");
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws IOException {
        List<String> lines = QualysSamples.text("vmdr.csv").lines().toList();
        List<String> shuffled = new ArrayList<>(lines.subList(0, 3));
        IntStream.range(3, lines.size()).forEach(i -> shuffled.add(3, lines.get(i)));
        CollectedScan scan = CollectedScan.of(String.join("\n", shuffled) + "\n");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(new Sighting(0, "SRV05", "990050", Severity.CRITICAL, "8443/tcp"));
        assertThat(scan.cves("990050")).containsExactly("CVE-2026-2050", "CVE-2026-2051");
        assertThat(scan.skipped).hasSize(2);
    }

    @Test
    void aTableWithoutRowsIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of("\"IP\",\"QID\",\"Title\",\"Severity\"\n");
        assertThat(scan.headers).hasSize(1);
        assertThat(scan.records).isEmpty();
    }

    @Test
    void aCutOffTableIsRefused() {
        String whole = QualysSamples.text("vm.csv");
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.indexOf("found vuln\",\"990043"))))
                .isInstanceOf(ScanUnreadable.class);
    }
}
