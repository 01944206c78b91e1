package io.closeout.intake.parser.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import org.junit.jupiter.api.Test;

class OcsfParserTest {

    private final CollectedScan scan = CollectedScan.reading("/ocsf/findings.json");

    @Test
    void givesDetectionsVulnerabilitiesAndControlsByResource() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, "arn:aws:iam::111122223333:role/admin", "iam_role_admin", Severity.HIGH, ""),
                        new Sighting(1, "web1", "CVE-2026-1111", Severity.HIGH, "openssl"),
                        new Sighting(2, "arn:3", "KMS.4", Severity.CRITICAL, ""));
    }

    @Test
    void keepsTheFactsOfADetection() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Roles are not administrators");
        assertThat(record.family()).isEqualTo("iam");
        assertThat(record.description()).isEqualTo("Looks at roles.\n\nThey may do all.");
        assertThat(record.solution()).isEqualTo("Take the policy away.");
        assertThat(record.output())
                .contains(
                        "Found: The role has an attached policy.",
                        "Also: arn:aws:iam::111122223333:role/zoo",
                        "Region: us-east-1");
        assertThat(record.seeAlso()).containsExactly("https://example.test/iam", "https://example.test/more");
        assertThat(scan.hosts.get(0).properties()).containsEntry("cloud-account", "111122223333");
    }

    @Test
    void keepsTheFactsOfAVulnerability() {
        ScanRecord record = scan.records.get(1);
        assertThat(record.title()).isEqualTo("Old OpenSSL");
        assertThat(record.description()).isEqualTo("It is old.");
        assertThat(record.solution()).contains("Upgrade openssl from 3.0.1 to 3.0.16", "Restart.");
        assertThat(record.cves()).containsExactly("CVE-2026-1111");
        assertThat(record.crossReferences()).containsExactly("CWE:416");
        assertThat(record.cvss().v3()).isEqualTo(7.5);
        assertThat(scan.records.get(2).crossReferences()).containsExactly("AC-4");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CVE-2026-2222 in web1 has the severity \"unknown\" and no score, so it cannot be rated",
                        "Logs are on has passed",
                        "Muted is suppressed",
                        "Closed is closed",
                        "Odd in arn:3 has the unknown severity \"Purple\"",
                        "an event of the class Authentication, which is no finding");
    }
}
