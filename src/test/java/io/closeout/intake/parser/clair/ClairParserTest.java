package io.closeout.intake.parser.clair;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClairParserTest {

    private static final String WEB = "registry.halyard.example/shop/web:1.4";

    @Test
    void readsClairScanner() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/clair/clair-scanner.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, WEB, "CVE-2026-5001", Severity.HIGH, "glibc"),
                        new Sighting(0, WEB, "CVE-2026-5002", Severity.LOW, "bash"));
        ScanRecord record = scan.records.get(0);
        assertThat(record.description()).isEqualTo("An overflow in glibc.");
        assertThat(record.solution()).isEqualTo("Upgrade glibc from 2.27-3ubuntu1 to 2.27-3ubuntu1.2 or newer.");
        assertThat(record.seeAlso()).containsExactly("https://ubuntu.example/CVE-2026-5001");
        assertThat(record.family()).isEqualTo("ubuntu:18.04");
        assertThat(record.cves()).containsExactly("CVE-2026-5001");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-5003 in bash has the severity \"Unknown\" and no score, so it cannot be rated");
    }

    @Test
    void readsKlar() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/clair/klar.json");
        ScanRecord record = scan.records.get(0);
        assertThat(record.sighting())
                .isEqualTo(new Sighting(0, ScannedHost.NOT_NAMED, "RHSA-2026:0109", Severity.CRITICAL, "perl-libs"));
        assertThat(record.title()).isEqualTo("RHSA-2026:0109 in perl-libs");
        assertThat(record.solution()).contains("4:5.16.3-294.el7_6");
    }

    @Test
    void readsClairctlWithAFindingForEachPackage() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/clair/clairctl.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactlyInAnyOrder(
                        new Sighting(0, "sha256:0123", "CVE-2026-5001", Severity.HIGH, "libc6"),
                        new Sighting(0, "sha256:0123", "CVE-2026-5001", Severity.HIGH, "libc-bin"));
        ScanRecord record = scan.records.get(0);
        assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(record.seeAlso())
                .containsExactly("https://debian.example/CVE-2026-5001", "https://example.test/glibc");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("CVE-2026-5009 concerns no package of the image");
    }

    @Test
    void takesAnImageWithoutVulnerabilitiesForClean() throws IOException {
        CollectedScan scan = CollectedScan.of("""
                {"image": "empty:latest", "unapproved": [], "vulnerabilities": []}""");
        assertThat(scan.records).isEmpty();
        assertThat(scan.skipped).isEmpty();
        assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("empty:latest");
    }
}
