package io.closeout.intake.parser.checkov;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckovParserTest {

    private static final String CODE = ScannedHost.NOT_NAMED;

    private CollectedScan scan;

    @BeforeEach
    void read() throws IOException {
        scan = CollectedScan.ofResource("/checkov/two-kinds.json");
    }

    @Test
    void locatesAFindingByItsFileFromTheRootOfTheCode() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .containsExactly(
                        new Sighting(0, CODE, "CKV_AWS_18", Severity.LOW, "infra/s3.tf"),
                        new Sighting(0, CODE, "CKV_AWS_19", Severity.MEDIUM, "s3.tf"),
                        new Sighting(0, CODE, "CVE-2026-7001", Severity.HIGH, "charts"));
    }

    @Test
    void keepsTheFacts() {
        ScanRecord record = scan.records.get(0);
        assertThat(record.title()).isEqualTo("Ensure the S3 bucket has access logging enabled");
        assertThat(record.description()).isEqualTo("Buckets should log.");
        assertThat(record.family()).isEqualTo("Logging");
        assertThat(record.seeAlso()).containsExactly("https://docs.example/s3_13");
        assertThat(record.crossReferences()).containsExactly("BC_AWS_S3_13");
        assertThat(record.output())
                .isEqualTo("Resource: aws_s3_bucket.data\nFile: infra/s3.tf\nLines: 1 to 21\nLooked at: logging");
        assertThat(scan.records.get(1).output()).endsWith("Severity: not rated by Checkov");
        assertThat(scan.records.get(2).cvss().v3()).isEqualTo(8.1);
        assertThat(scan.records.get(2).solution()).isEqualTo("Upgrade charts from 1.2.0 to 1.2.4 or newer.");
    }

    @Test
    void namesWhatItLeavesOut() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly(
                        "CKV_AWS_1 in s3.tf (aws_s3_bucket.log) has passed",
                        "CKV_AWS_20 in s3.tf has the unknown severity \"PURPLE\"",
                        "CKV_AWS_2 in s3.tf (aws_s3_bucket.web) was suppressed: public on purpose",
                        "Checkov could not read the file /broken.tf");
    }

    @Test
    void takesTheReportOfAFolderWithoutCodeForClean() throws IOException {
        CollectedScan clean = CollectedScan.of("""
                {"passed": 0, "failed": 0, "skipped": 0, "resource_count": 0, "checkov_version": "3.2.1"}""");
        assertThat(clean.records).isEmpty();
        assertThat(clean.skipped).isEmpty();
    }
}
