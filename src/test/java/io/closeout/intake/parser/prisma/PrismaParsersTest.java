package io.closeout.intake.parser.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PrismaParsersTest {

    private static final String WEB = "registry.halyard.example/shop/web:1.4";

    @Test
    void readsAnImageWhoseNameStandsBehindItsResults() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/prisma/twistcli.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, WEB, "compliance:41", Severity.HIGH, ""),
                        new Sighting(0, WEB, "CVE-2026-6001", Severity.MEDIUM, "log4j-core"),
                        new Sighting(0, WEB, "CVE-2026-6002", Severity.HIGH, "bash"));
        assertThat(scan.hosts).singleElement().satisfies(image -> {
            assertThat(image.operatingSystem()).isEqualTo("Debian 12");
            assertThat(image.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00.5Z"));
        });
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("CVE-2026-6003 in bash has the unknown severity \"purple\"");
    }

    @Test
    void keepsTheFacts() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/prisma/twistcli.json");
        ScanRecord compliance = scan.records.get(0);
        assertThat(compliance.title()).isEqualTo("Image should be created with a non-root user");
        assertThat(compliance.output()).isEqualTo("USER is not set");
        assertThat(compliance.family()).isEqualTo("Docker");
        ScanRecord record = scan.records.get(1);
        assertThat(record.severity()).isEqualTo(Severity.HIGH);
        assertThat(record.cvss().v3()).isEqualTo(7.5);
        assertThat(record.description()).isEqualTo("A lookup loops.");
        assertThat(record.solution())
                .isEqualTo("Upgrade log4j-core from 2.14.1 to 2.17.0, 2.12.3, whichever fits, or newer.");
        assertThat(record.seeAlso()).containsExactly("https://example.test/log4j");
        assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(record.output())
                .contains("Path: /app/log4j-core.jar")
                .contains("Risk factors: Has fix, Attack vector: network");
        assertThat(scan.records.get(2).solution()).isEqualTo("The vendor does not intend to fix this.");
    }

    @Test
    void readsARepository() throws IOException {
        CollectedScan scan = CollectedScan.ofResource("/prisma/coderepo.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(new Sighting(0, "halyard/shop", "CVE-2026-6001", Severity.HIGH, "log4j-core"));
    }

    @Test
    void identifiesRowsOfATableAsTwistcliDoes() throws IOException {
        CollectedScan table = CollectedScan.ofResource("/prisma/images.csv");
        CollectedScan json = CollectedScan.ofResource("/prisma/twistcli.json");
        assertThat(table.headers.get(0).scanner()).isEqualTo(json.headers.get(0).scanner());
        assertThat(table.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        json.records.get(1).sighting(), json.records.get(0).sighting());
        assertThat(table.records.get(0).severity()).isEqualTo(Severity.HIGH);
        assertThat(table.records.get(0).solution())
                .isEqualTo(json.records.get(1).solution());
        assertThat(table.records.get(0).vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(table.records.get(1).title()).isEqualTo("Image should be created with a non-root user");
        assertThat(table.skipped)
                .extracting(Skipped::why)
                .containsExactly("CVE-2026-6003 in bash has the unknown severity \"purple\"");
    }
}
