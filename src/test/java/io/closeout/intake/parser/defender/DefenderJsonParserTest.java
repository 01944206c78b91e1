package io.closeout.intake.parser.defender;

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

class DefenderJsonParserTest {

    @Nested
    class OfAnswersBehindEachOther {

        private final CollectedScan scan;

        OfAnswersBehindEachOther() throws IOException {
            scan = CollectedScan.ofResource("/defender/answers.json");
        }

        @Test
        void namesMachinesByTheAnswerThatKnowsThem() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "lt01.example.test", "CVE-2026-6001", Severity.CRITICAL, "office"),
                            new Sighting(1, "m2", "CVE-2026-6002", Severity.LOW, "tool"));
            assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("lt01.example.test", "m2", "lt03");
        }

        @Test
        void keepsTheFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("CVE-2026-6001 in office");
            assertThat(record.solution()).isEqualTo("Install KB5001001.");
            assertThat(record.output()).isEqualTo("microsoft office 16.0");
            assertThat(record.cves()).containsExactly("CVE-2026-6001");
            ScannedHost laptop = scan.hosts.get(0);
            assertThat(laptop.agentId()).isEqualTo("m1");
            assertThat(laptop.fqdns()).containsExactly("lt01.example.test");
            assertThat(laptop.addresses()).containsExactly("10.9.6.1", "fe80::1");
            assertThat(laptop.operatingSystem()).isEqualTo("Windows11 23H2");
            assertThat(laptop.end()).isEqualTo(Instant.parse("2026-10-05T10:00:00.123456700Z"));
        }

        @Test
        void saysThatThereIsAnotherPageAndWhatIsNotUnderstood() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .satisfiesExactly(
                            why -> assertThat(why).isEqualTo("CVE-2026-6003 on m2 has the unknown severity \"Purple\""),
                            why -> assertThat(why).contains("another page"));
        }
    }

    @Nested
    class OfAnExportInLines {

        @Test
        void readsOneEntryALine() throws IOException {
            CollectedScan scan = CollectedScan.ofResource("/defender/export.jsonl");
            ScanRecord record = scan.records.get(0);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "lt09.example.test", "CVE-2026-6010", Severity.HIGH, "chrome"));
            assertThat(record.cvss().v3()).isEqualTo(8.8);
            assertThat(record.exploit().available()).isTrue();
            assertThat(record.solution()).isEqualTo("October update Install KB5001002.");
            assertThat(record.output()).isEqualTo("google chrome 100\nC:\\chrome.exe");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-10-05T09:00:00Z"));
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly("CVE-2026-6011 on m9 is fixed, as Defender says");
        }
    }

    @Test
    void anAnswerWithoutVulnerabilitiesIsClean() throws IOException {
        CollectedScan scan = CollectedScan.of(
                "{\"@odata.context\": \"https://api-eu.securitycenter.windows.com/api/x\", \"value\": []}");
        assertThat(scan.headers).hasSize(1);
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void aCutOffAnswerIsRefused() {
        assertThatThrownBy(() -> CollectedScan.of("{\"value\": [{\"cveId\": \"CVE-2026-6001\", \"machineId\": \"m1\"}"))
                .isInstanceOf(ScanUnreadable.class);
    }
}
