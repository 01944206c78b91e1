package io.closeout.intake.parser.snyk;

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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnykParsersTest {

    @Nested
    class SeveralProjects {

        private final CollectedScan scan = CollectedScan.reading("/snyk/projects.json");

        @Test
        void locatesAWeaknessByItsPackageInTheProject() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "shop-web", "CVE-2026-7001", Severity.MEDIUM, "left"),
                            new Sighting(0, "shop-web", "SNYK-JS-RIGHT-7002", Severity.CRITICAL, "right"),
                            new Sighting(0, "shop-web", "snyk:lic:npm:center:GPL-3.0", Severity.HIGH, "center"));
            assertThat(scan.hosts).extracting(ScannedHost::name).containsExactly("shop-web", "shop-api");
        }

        @Test
        void keepsTheFacts() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("XML External Entity (XXE) Injection");
            assertThat(record.family()).isEqualTo("npm");
            assertThat(record.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(record.cvss().v3()).isEqualTo(6.5);
            assertThat(record.cves()).containsExactly("CVE-2026-7001");
            assertThat(record.description()).startsWith("## Overview\nA parser reads too much.");
            assertThat(record.solution())
                    .isEqualTo("Upgrade left from 1.3.0 to 1.3.1, 2.0.4, whichever fits, or newer.\n"
                            + "The project comes to it by: middle@4.1.0 > left@1.3.1");
            assertThat(record.output())
                    .isEqualTo("Package: left 1.3.0\nFile: web/package-lock.json\n"
                            + "Needed by: shop-web@1.0.0 > middle@4.0.0 > left@1.3.0\n"
                            + "Vulnerable versions: <1.3.1, >=2.0.0 <2.0.4\nExploit: Proof of Concept\nEPSS: 0.00046");
            assertThat(record.seeAlso())
                    .containsExactly(
                            "https://git.example/left/commit/1", "https://security.snyk.io/vuln/SNYK-JS-LEFT-7001");
            assertThat(record.crossReferences()).containsExactly("CWE:611", "SNYK-JS-LEFT-7001", "GHSA-aaaa-bbbb-cccc");
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2026, 5, 10));
        }

        @Test
        void givesSnyksAdviceWhereThereIsNoFix() {
            assertThat(scan.records.get(1).solution()).isEqualTo("There is no fixed version for `right`.");
            assertThat(scan.records.get(2).family()).isEqualTo("license");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "SNYK-JS-ODD-7003 in odd has the unknown severity \"purple\"",
                            "SNYK-JS-QUIET-7004 in quiet is ignored by the project's policy: not reachable",
                            "Snyk did not look at /work/shop/old: Missing lockfile for package.json.");
        }
    }

    @Test
    void namesAnImageByItsTagAndTakesTheApplicationsInItForPartsOfIt() {
        CollectedScan scan = CollectedScan.reading("/snyk/image.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "registry.example/shop/web:1.2", "CVE-2026-7005", Severity.HIGH, "openssl"),
                        new Sighting(0, "registry.example/shop/web:1.2", "CVE-2026-7001", Severity.MEDIUM, "left"));
        assertThat(scan.records.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(scan.records.get(0).solution()).isEqualTo("Upgrade openssl from 3.0.14-1 to 3.0.15-1 or newer.");
        assertThat(scan.records.get(1).output()).contains("File: /shop/package.json");
    }

    @Test
    void readsInfrastructureAsCode() {
        CollectedScan scan = CollectedScan.reading("/snyk/iac.json");
        assertThat(scan.records).singleElement().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "shop-infra", "SNYK-CC-TF-7", Severity.HIGH, "infra/store.tf"));
            assertThat(record.title()).isEqualTo("Store is public");
            assertThat(record.family()).isEqualTo("Storage");
            assertThat(record.description()).isEqualTo("Everybody may read the store.\nData may leak.");
            assertThat(record.solution()).isEqualTo("Set `public` to `false`.");
            assertThat(record.output())
                    .isEqualTo("File: infra/store.tf\nLine: 12\nSetting: resource.store[shop].public");
            assertThat(record.seeAlso())
                    .containsExactly("https://rules.example/SNYK-CC-TF-7", "https://docs.example/store");
        });
        assertThat(scan.skipped).extracting(Skipped::why).containsExactly("SNYK-CC-TF-8 in infra/store.tf is ignored");
    }

    @Test
    void readsTheIssuesOfTheInterface() {
        CollectedScan scan = CollectedScan.reading("/snyk/issues.json");
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "project-1", "Cross-Site Request Forgery (CSRF)", Severity.HIGH, "src/pay.js"),
                        new Sighting(0, "project-1", "CVE-2026-7006", Severity.CRITICAL, "pillow"));
        assertThat(scan.records.get(0).output())
                .isEqualTo("File: src/pay.js\nLines: 65 to 71\nFirst seen: 2026-01-02T03:04:05Z");
        assertThat(scan.records.get(0).crossReferences()).containsExactly("CWE:352");
        assertThat(scan.records.get(1).cvss().v3()).isEqualTo(9.6);
        assertThat(scan.records.get(1).seeAlso()).containsExactly("https://nvd.example/CVE-2026-7006");
        assertThat(scan.records.get(1).output())
                .isEqualTo("Package: pillow 9.5.0\nFirst seen: 2026-01-02T03:04:05Z\nExploit: High");
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("Weak Hash (k3) is ignored", "Old (k4) is resolved");
    }

    @Test
    void takesAProjectWithoutWeaknessesForClean() throws IOException {
        CollectedScan clean = CollectedScan.of(
                "{\"vulnerabilities\": [], \"ok\": true, \"dependencyCount\": 3, \"projectName\": \"shop-api\"}");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
        assertThat(clean.hosts).extracting(ScannedHost::name).containsExactly("shop-api");
    }

    @Test
    void refusesAReportThatSaysThatNothingWasLookedAt() {
        assertThatThrownBy(
                        () -> CollectedScan.of(
                                "{\"ok\": false, \"error\": \"Could not detect supported target files.\", \"path\": \"/work\"}"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessage("Snyk did not look at anything: Could not detect supported target files."
                        + " Put that right and run it again.");
    }
}
