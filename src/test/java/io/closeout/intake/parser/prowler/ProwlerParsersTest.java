package io.closeout.intake.parser.prowler;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProwlerParsersTest {

    @Nested
    class OfChecksOfResources {

        private final CollectedScan scan = CollectedScan.reading("/prowler/resources.csv");

        @Test
        void givesWhatFailed() {
            assertThat(scan.records).singleElement().satisfies(record -> {
                assertThat(record.sighting())
                        .isEqualTo(new Sighting(0, "arn:aws:s3:::plans", "s3_bucket_public", Severity.CRITICAL, ""));
                assertThat(record.title()).isEqualTo("Buckets are not public");
                assertThat(record.family()).isEqualTo("s3");
                assertThat(record.description()).isEqualTo("Looks at buckets.\n\nEverybody may read.");
                assertThat(record.solution()).isEqualTo("Block public access.");
                assertThat(record.output())
                        .contains("Found: Bucket plans is public.", "Region: us-east-1", "Account: 111122223333");
                assertThat(record.seeAlso())
                        .containsExactly(
                                "https://example.test/fix",
                                "https://example.test/s3",
                                "https://example.test/a",
                                "https://example.test/b");
                assertThat(record.crossReferences()).containsExactly("NIST-800-171-Revision-2: 3_1_3", "CIS: 2.1.4");
            });
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "s3_bucket_public on arn:aws:s3:::logs has passed",
                            "iam_root_mfa on arn:aws:iam::111122223333:root is muted in Prowler",
                            "iam_contact on arn:aws:iam::111122223333:root is to be checked by hand",
                            "odd on arn:x has the unknown status \"PURPLE\"",
                            "odd2 in arn:x has the unknown severity \"purple\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"/prowler/account.csv, us-east-1", "/prowler/second.json, us-east-1 root"})
    void theAccountStandsWhereVersion2NamesNoWholeResource(String file, String location) {
        CollectedScan scan = CollectedScan.reading(file);
        assertThat(scan.records).first().satisfies(record -> {
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "account 111122223333", "check114", Severity.CRITICAL, location));
            assertThat(record.title()).startsWith("[check114] Ensure hardware MFA");
            assertThat(record.family()).isEqualTo("iam");
            assertThat(record.description()).isEqualTo("Root may do all.");
            assertThat(record.solution()).isEqualTo("Activate it.");
            assertThat(record.output()).contains("Found: Only virtual MFA is enabled for root");
            assertThat(record.seeAlso()).containsExactly("https://example.test/mfa");
            assertThat(record.crossReferences()).containsExactly("1.14");
        });
        assertThat(scan.skipped.get(0).why()).isEqualTo("check11 on account 111122223333 has passed");
    }

    @Test
    void aResourceOfVersion2IsAPartOfItsAccount() throws IOException {
        String table = CollectedScan.text("/prowler/account.csv").replaceFirst("\n", ",CHECK_RESOURCE_ID\n");
        CollectedScan scan = CollectedScan.of(table.replaceFirst(",IAM\n", ",IAM,root\n"));
        assertThat(scan.records)
                .singleElement()
                .satisfies(record -> assertThat(record.sighting().location()).isEqualTo("us-east-1 root"));
        assertThat(CollectedScan.reading("/prowler/second.json").records)
                .extracting(record -> record.sighting().location())
                .containsExactly("us-east-1 root", "us-east-1 shop", "us-east-1 pay");
    }

    @Test
    void theListOfVersion3NamesTheSameFactsAsItsTable() {
        CollectedScan scan = CollectedScan.reading("/prowler/third.json");
        ScanRecord record = scan.records.get(0);
        assertThat(record.sighting())
                .isEqualTo(new Sighting(
                        0, "arn:aws:acm:us-east-1:111122223333:certificate/1", "acm_expiration", Severity.HIGH, ""));
        assertThat(record.description()).isEqualTo("Looks at certificates.\n\nServices fail.");
        assertThat(record.solution()).isEqualTo("Renew it.");
        assertThat(record.seeAlso()).containsExactly("https://example.test/renew", "https://example.test/acm");
        assertThat(record.crossReferences())
                .containsExactly("NIST-800-171-Revision-2: 3_13_1", "NIST-800-171-Revision-2: 3_13_2");
    }
}
