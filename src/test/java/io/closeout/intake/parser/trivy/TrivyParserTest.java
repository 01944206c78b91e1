package io.closeout.intake.parser.trivy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrivyParserTest {

    private static final String WEB = "registry.halyard.example/shop/web:1.4";

    @Nested
    class AnImage {

        private CollectedScan scan;

        @BeforeEach
        void read() throws IOException {
            scan = CollectedScan.ofResource("/trivy/image.json");
        }

        @Test
        void isTheAssetByItsNameWithTagAndWithoutDigest() {
            ScannedHost image = scan.hosts.get(0);
            assertThat(scan.hosts).hasSize(1);
            assertThat(image.name()).isEqualTo(WEB);
            assertThat(image.operatingSystem()).isEqualTo("debian 12.5");
            assertThat(image.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00.5Z"));
            assertThat(image.reached()).isFalse();
            assertThat(scan.headers).singleElement().satisfies(header -> {
                assertThat(header.scanner()).isEqualTo("trivy");
                assertThat(header.scanName()).isEqualTo(WEB);
            });
        }

        @Test
        void identifiesEachFindingByCheckAndPlace() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, WEB, "CVE-2026-1001", Severity.MEDIUM, "pkg:deb/debian/libssl3"),
                            new Sighting(0, WEB, "CVE-2026-1002", Severity.LOW, "bash"),
                            new Sighting(0, WEB, "CVE-2026-1003", Severity.CRITICAL, "tar"),
                            new Sighting(0, WEB, "GHSA-aaaa-bbbb-cccc", Severity.CRITICAL, "pkg:npm/%40halyard/charts"),
                            new Sighting(0, WEB, "DS-0002", Severity.HIGH, "Dockerfile"),
                            new Sighting(0, WEB, "aws-access-key-id", Severity.CRITICAL, "app/config.env"),
                            new Sighting(0, WEB, "license:GPL-3.0-only", Severity.HIGH, "bash"));
        }

        @Test
        void keepsTheFactsOfAVulnerability() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("openssl: endless loop in a parser");
            assertThat(record.description()).isEqualTo("A crafted certificate makes the parser loop.");
            assertThat(record.family()).isEqualTo("debian");
            assertThat(record.cves()).containsExactly("CVE-2026-1001");
            assertThat(record.crossReferences()).containsExactly("CWE:835", "DSA-9001-1");
            assertThat(record.seeAlso())
                    .containsExactly("https://avd.example/cve-2026-1001", "https://example.test/advisory");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
            assertThat(record.output()).isEqualTo("""
                            Package: libssl3 3.0.11-1~deb12u1
                            Fixed in: 3.0.11-1~deb12u2
                            Target: registry.halyard.example/shop/web:1.4 (debian 12.5)
                            Status: fixed
                            Source: Debian Security Tracker""");
        }

        @Test
        void asksTheScoresOfTheNvdFirst() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.cvss().v3()).isEqualTo(7.5);
            assertThat(record.cvss().v2()).isEqualTo(5.0);
            assertThat(record.severity()).isEqualTo(Severity.HIGH);
        }

        @Test
        void saysWhatToDo() {
            assertThat(scan.records.get(0).solution())
                    .isEqualTo("Upgrade libssl3 from 3.0.11-1~deb12u1 to 3.0.11-1~deb12u2 or newer.");
            assertThat(scan.records.get(1).solution()).startsWith("The vendor does not intend to fix this");
            assertThat(scan.records.get(3).solution())
                    .isEqualTo("Upgrade @halyard/charts from 1.2.0 to 1.2.4, 2.0.1, whichever fits, or newer.");
        }

        @Test
        void ratesByScoreWhatTrivyDoesNotRate() {
            assertThat(scan.records.get(2).cvss().v4()).isEqualTo(9.3);
            assertThat(scan.records.get(2).severity()).isEqualTo(Severity.CRITICAL);
        }

        @Test
        void keepsTheFactsOfAMisconfiguration() {
            ScanRecord record = scan.records.get(4);
            assertThat(record.title()).isEqualTo("Image user should not be 'root'");
            assertThat(record.synopsis()).isEqualTo("Specify at least 1 USER command");
            assertThat(record.solution()).isEqualTo("Add 'USER <non root user name>' line");
            assertThat(record.output()).endsWith("Target: Dockerfile\nLines: 3 to 4");
            assertThat(record.seeAlso())
                    .containsExactly("https://avd.example/misconfig/ds002", "https://docs.example/user");
        }

        @Test
        void showsAMaskedSecretAndALicense() {
            assertThat(scan.records.get(5).title()).isEqualTo("Secret in a file: AWS Access Key ID");
            assertThat(scan.records.get(5).output()).contains("AWS_ACCESS_KEY_ID=****");
            assertThat(scan.records.get(6).title()).isEqualTo("License GPL-3.0-only is restricted");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "CVE-2026-1004 in tar has the severity \"UNKNOWN\" and no score, so it cannot be rated",
                            "CVE-2026-1005 in tar has the unknown severity \"PURPLE\"",
                            "CVE-2026-1006 in tar: the vendor says that it is not affected",
                            "CVE-2026-1007 in Node.js was set aside by .trivyignore as ignored: Not reachable",
                            "DS-0026 in Dockerfile has the status PASS");
            assertThat(scan.skipped.get(0).where()).isEqualTo("line 54, column 9");
        }
    }

    @Test
    void takesResourcesOfAClusterForAssets() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/trivy/cluster.json");
        assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("shop/Deployment/web", "shop/Service/web");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(new Sighting(0, "shop/Deployment/web", "CVE-2026-1001", Severity.HIGH, "libssl3"));
    }

    @Test
    void readsReportsFromBeforeVersion20() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/trivy/before-0.20.json");
        assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("halyard/api:2.1");
        assertThat(scan.records)
                .extracting(ScanRecord::title, ScanRecord::severity)
                .containsExactly(tuple("musl: stack imbalance", Severity.CRITICAL));
    }

    @Test
    void takesAReportWithoutFindingsForClean() throws IOException {
        CollectedScan scan = CollectedScan.of("""
                {"SchemaVersion": 2, "ArtifactName": "halyard/api:2.2", "ArtifactType": "container_image"}""");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
        assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("halyard/api:2.2");
    }

    @Test
    void readsFindingsThatStandBeforeTheirTarget() throws IOException {
        CollectedScan scan = CollectedScan.of("""
                {"Results": [{"Secrets": [{"RuleID": "key", "Severity": "HIGH"}], "Target": "a.env"}],
                 "ArtifactType": "repository", "ArtifactName": "shop"}""");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(new Sighting(0, "shop", "key", Severity.HIGH, "a.env"));
    }

    @Test
    void refusesAFileThatBreaksOff() throws IOException {
        String whole;
        try (InputStream in = TrivyParserTest.class.getResourceAsStream("/trivy/image.json")) {
            whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThatThrownBy(() -> CollectedScan.of(whole.substring(0, whole.length() / 2)))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("breaks off");
    }
}
