package io.closeout.intake.parser.tenable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TenableCsvParserTest {

    private static final String HEAD = "Plugin ID,CVE,Risk,Host,Protocol,Port,Name\n";

    @Nested
    class OfNessus {

        private final CollectedScan scan = sample("nessus-8.csv");

        @Test
        void givesEachFindingWithAllItsCves() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "10.9.0.11", "900010", Severity.HIGH, "8443/tcp"),
                            new Sighting(0, "10.9.0.11", "900020", Severity.INFO, "0/tcp"),
                            new Sighting(1, "10.9.0.12", "900010", Severity.HIGH, "8443/tcp"));
            assertThat(scan.cves("900010")).containsExactly("CVE-2019-1001", "CVE-2019-1002");
        }

        @Test
        void keepsTheTexts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("Gauge portal: old TLS library");
            assertThat(record.severity()).isEqualTo(Severity.HIGH);
            assertThat(record.cvss().v2()).isEqualTo(7.5);
            assertThat(record.synopsis()).isEqualTo("A library is old.");
            assertThat(record.description()).isEqualTo("The portal runs gaugelib 1.0.\nIt has known weaknesses.");
            assertThat(record.solution()).isEqualTo("Update to gaugelib 1.2.");
            assertThat(record.seeAlso())
                    .containsExactly("https://example.test/gaugelib", "https://example.test/advisory");
            assertThat(record.output()).isEqualTo("Installed : 1.0");
        }

        @Test
        void namesWhatItCannotRate() {
            assertThat(scan.skipped)
                    .containsExactly(Skipped.result(
                            "line 15", "plugin 900030 on 10.9.0.12 has the unknown severity \"Severe\""));
        }

        @Test
        void provesNothingOfItsHosts() {
            assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("10.9.0.11", "10.9.0.12");
            assertThat(scan.hosts).noneMatch(ScannedHost::reached);
            assertThat(scan.hosts.get(0).addresses()).containsExactly("10.9.0.11");
        }
    }

    @Nested
    class OfVulnerabilityManagement {

        private final CollectedScan scan = sample("vulnerability-management.csv");

        @Test
        void givesWhatIsThereAndNamesWhatIsFixed() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "gauge01", "900010", Severity.HIGH, "8443/tcp"),
                            new Sighting(1, "gauge02", "900040", Severity.MEDIUM, "0/tcp"));
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "plugin 900010 on gauge02: the scanner calls it fixed, so it was not seen",
                            "Vuln Publication Date \"soon\" is no date");
        }

        @Test
        void keepsItsFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v3Vector()).startsWith("CVSS:3.1/");
            assertThat(record.cves()).containsExactly("CVE-2019-1001", "CVE-2019-1002");
            assertThat(record.family()).isEqualTo("General");
            assertThat(record.type()).isEqualTo(CheckType.REMOTE);
            assertThat(record.output()).isEqualTo("Installed : 1.0");
            assertThat(record.seeAlso()).containsExactly("https://example.test/gaugelib");
            assertThat(record.exploit().available()).isTrue();
            assertThat(record.exploit().usedByMalware()).isTrue();
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2019, 3, 1));
            assertThat(record.patchPublished()).isEqualTo(LocalDate.of(2019, 3, 12));
        }

        @Test
        void knowsItsHosts() {
            ScannedHost host = scan.hosts.get(0);
            assertThat(host.addresses()).containsExactly("10.9.0.11");
            assertThat(host.macs()).containsExactly("00:0d:3a:45:64:7f");
            assertThat(host.fqdns()).containsExactly("gauge01.example.test");
            assertThat(host.operatingSystem()).isEqualTo("Debian 12");
            assertThat(host.end()).isEqualTo(Instant.parse("2026-11-02T16:20:00Z"));
        }
    }

    @Nested
    class OfSecurityCenter {

        private final CollectedScan scan = sample("security-center.csv");

        @Test
        void keepsItsFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "gauge01.example.test", "900010", Severity.CRITICAL, "8443/tcp"));
            assertThat(record.cves()).containsExactly("CVE-2019-1001", "CVE-2019-1002");
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.crossReferences()).containsExactly("CWE:295", "BID:1234");
            assertThat(record.patchPublished()).isEqualTo(LocalDate.of(2019, 3, 12));
            assertThat(scan.hosts.get(0).netbiosName()).isEqualTo("PLANT\\GAUGE01");
            assertThat(scan.hosts.get(0).end()).isEqualTo(Instant.parse("2026-11-02T16:20:00Z"));
        }
    }

    @Nested
    class WhateverTheOrder {

        @Test
        void aFindingIsOneAndEqualRowsAreTwo() throws IOException {
            List<String> rows = new ArrayList<>(List.of(
                    "7,CVE-2020-0001,High,a,tcp,22,Seven",
                    "7,CVE-2020-0002,High,a,tcp,22,Seven",
                    "7,CVE-2020-0001,High,a,tcp,22,Seven",
                    "7,CVE-2020-0002,High,a,tcp,22,Seven",
                    "7,CVE-2020-0003,High,b,tcp,22,Seven"));
            Random random = new Random(7);
            for (int round = 0; round < 20; round++) {
                Collections.shuffle(rows, random);
                CollectedScan scan = CollectedScan.of(HEAD + String.join("\n", rows) + "\n");
                assertThat(scan.records)
                        .extracting(record -> record.sighting().hostName())
                        .containsOnlyOnce("b")
                        .hasSize(3);
                assertThat(scan.cves("7")).containsExactly("CVE-2020-0001", "CVE-2020-0002", "CVE-2020-0003");
            }
        }
    }

    @Test
    void anEmptyTableIsRecognisedAndClean() throws IOException {
        CollectedScan scan = CollectedScan.of(HEAD);
        assertThat(scan.headers).singleElement().satisfies(header -> assertThat(header.scanner())
                .isEqualTo("nessus"));
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
    }

    @Test
    void rowsWithoutWhatIdentifiesThemAreNamed() throws IOException {
        CollectedScan scan = CollectedScan.of(HEAD + ",,High,a,tcp,22,x\n7,,High,,tcp,22,x\n7,,High,a,tcp,ssh,x\n");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "a row without plugin id", "a row without host", "plugin 7 on a has the unknown port \"ssh\"");
    }

    @Test
    void aCutOffFileIsRefused() throws IOException {
        byte[] whole = bytes("nessus-8.csv");
        String cut = new String(whole, 0, whole.length - 40, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CollectedScan.of(cut)).isInstanceOf(ScanUnreadable.class);
    }

    private static CollectedScan sample(String name) {
        try {
            return CollectedScan.ofResource("/tenable/" + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TenableCsvParserTest.class.getResourceAsStream("/tenable/" + name))) {
            return in.readAllBytes();
        }
    }
}
