package io.closeout.intake.parser.sbom;

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
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxParserTest {

    private static final String SHOP = "halyard/shop";

    @Nested
    class InJson {

        private CollectedScan scan;

        @BeforeEach
        void read() throws IOException {
            scan = CollectedScan.ofResource("/sbom/vex.cdx.json");
        }

        @Test
        void findsEachPartThatIsAffectedInThisDocumentOrAnother() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, SHOP, "CVE-2026-2001", Severity.MEDIUM, "pkg:npm/charts"),
                            new Sighting(0, SHOP, "CVE-2026-2001", Severity.MEDIUM, "pkg:maven/org.example/core"),
                            new Sighting(0, SHOP, "CVE-2026-2002", Severity.CRITICAL, "org.example/deep"),
                            new Sighting(0, SHOP, "CVE-2026-2003", Severity.HIGH, "product-x"));
            assertThat(scan.hosts).singleElement().satisfies(shop -> {
                assertThat(shop.name()).isEqualTo(SHOP);
                assertThat(shop.end()).isEqualTo(Instant.parse("2026-11-02T14:30:00Z"));
            });
        }

        @Test
        void keepsTheFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.title()).isEqualTo("CVE-2026-2001 in charts");
            assertThat(record.description()).isEqualTo("Prototype pollution.\n\nA crafted chart changes Object.");
            assertThat(record.solution()).isEqualTo("Upgrade charts to 1.2.4.");
            assertThat(record.family()).isEqualTo("GITHUB");
            assertThat(record.cves()).containsExactly("CVE-2026-2001");
            assertThat(record.crossReferences()).containsExactly("CWE:1321", "GHSA-aaaa-bbbb-cccc");
            assertThat(record.seeAlso())
                    .containsExactly("https://github.example/GHSA-aaaa-bbbb-cccc", "https://example.test/charts");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
            assertThat(record.output()).isEqualTo("Package: charts 1.2.0\nState: in_triage");
            assertThat(scan.records.get(1).output()).startsWith("Package: org.example/core 2.0");
            assertThat(scan.records.get(3).output()).startsWith("Package: product-x 2.4");
        }

        @Test
        void ratesAVectorThatHasNoScore() {
            assertThat(scan.records.get(2).cvss().v3()).isEqualTo(10.0);
            assertThat(scan.records.get(2).severity()).isEqualTo(Severity.CRITICAL);
        }

        @Test
        void leavesOutWhatIsSettledAndSaysWhy() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "CVE-2026-2003 is stated not to affect product-y",
                            "CVE-2026-2004 is stated to be not affected: code_not_reachable",
                            "CVE-2026-2005 is stated to be resolved",
                            "CVE-2026-2006 in pkg:npm/charts has the severity \"unknown\" and no score, so it cannot be"
                                    + " rated");
        }
    }

    @Nested
    class InXml {

        @Test
        void saysTheSameAsJson() throws IOException {
            CollectedScan scan = CollectedScan.ofResource("/sbom/bom.cdx.xml");
            ScanRecord record = scan.records.get(0);
            assertThat(scan.records).hasSize(1);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "shop", "CVE-2026-2001", Severity.CRITICAL, "pkg:npm/charts"));
            assertThat(record.cvss().v3()).isEqualTo(9.8);
            assertThat(record.description()).isEqualTo("Prototype pollution.");
            assertThat(record.solution()).isEqualTo("Upgrade charts to 1.2.4.");
            assertThat(record.family()).isEqualTo("NVD");
            assertThat(record.crossReferences()).containsExactly("CWE:1321", "GHSA-aaaa-bbbb-cccc");
            assertThat(record.seeAlso())
                    .containsExactly("https://nvd.example/CVE-2026-2001", "https://example.test/charts");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 3, 15));
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly("CVE-2026-2004 is stated to be a false positive: Another charts.");
        }

        @Test
        void readsTheExtensionOfBeforeVersion14() throws IOException {
            CollectedScan scan = CollectedScan.ofResource("/sbom/extension.cdx.xml");
            ScanRecord record = scan.records.get(0);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, ScannedHost.NOT_NAMED, "CVE-2026-2001", Severity.LOW, "charts"));
            assertThat(record.cvss().v2()).isEqualTo(4.3);
            assertThat(record.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(record.solution()).isEqualTo("Upgrade.");
            assertThat(record.seeAlso())
                    .containsExactly("https://nvd.example/CVE-2026-2001", "https://example.test/charts");
            assertThat(record.output()).isEqualTo("Package: charts 1.2.0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": [{\"name\": \"charts\"}]}",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"vulnerabilities\": []}",
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components/></bom>",
                "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": []}"
            })
    void refusesABillWithoutVulnerabilitiesByItsName(String bill) {
        assertThatThrownBy(() -> CollectedScan.of(bill))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("bill of materials without vulnerabilities")
                .hasMessageContaining("trivy sbom");
    }
}
