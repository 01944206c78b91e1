package io.closeout.intake.parser.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsParsersTest {

    private static final String INSTANCE = "arn:aws:ec2:us-east-1:111122223333:i-1";

    @Nested
    class OfTheFindingFormat {

        private final CollectedScan scan = CollectedScan.reading("/aws/asff.json");

        @Test
        void givesCvesControlsAndWhatWasNoticedByResource() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, INSTANCE, "CVE-2026-3643", Severity.CRITICAL, "bpftool, kernel"),
                            new Sighting(
                                    1,
                                    "arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                                    "EC2.2",
                                    Severity.HIGH,
                                    ""),
                            new Sighting(
                                    0,
                                    INSTANCE,
                                    "TTPs/Initial Access/UnauthorizedAccess:EC2-SSHBruteForce",
                                    Severity.LOW,
                                    ""),
                            new Sighting(0, INSTANCE, "CVE-2026-3644", Severity.HIGH, ""),
                            new Sighting(
                                    2,
                                    "arn:aws:s3:::plans",
                                    "Sensitive Data Identifications/PII/SensitiveData:S3Object-Personal",
                                    Severity.MEDIUM,
                                    ""));
        }

        @Test
        void keepsTheFactsOfACve() {
            ScanRecord record = scan.records.get(0);
            assertThat(record.title()).isEqualTo("CVE-2026-3643 - kernel");
            assertThat(record.family()).isEqualTo("Inspector");
            assertThat(record.description()).isEqualTo("A guest can reset the network card.");
            assertThat(record.solution()).isEqualTo("Upgrade kernel to 5.10.162.");
            assertThat(record.output())
                    .contains("Package: kernel 4.14.301", "First observed: 2026-10-01T08:04:10Z", "finding/1");
            assertThat(record.cves()).containsExactly("CVE-2026-3643");
            assertThat(record.cvss().v3()).isEqualTo(10.0);
            assertThat(record.seeAlso()).containsExactly("https://example.test/cve", "https://example.test/advisory");
        }

        @Test
        void keepsTheFactsOfAControl() {
            ScanRecord record = scan.records.get(1);
            assertThat(record.solution()).isEqualTo("Close them.");
            assertThat(record.output()).contains("Also: arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1");
            assertThat(record.seeAlso()).containsExactly("https://example.test/EC2.2");
            assertThat(record.crossReferences()).containsExactly("NIST.800-53.r5 AC-4");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly(
                            "Passed has passed",
                            "Unclear could not be evaluated",
                            "Old is archived",
                            "Settled is suppressed",
                            "g5 in a has the unknown severity \"PURPLE\"");
        }

        @Test
        void knowsTheAccountAndProvesNothing() {
            ScannedHost resource = scan.hosts.get(0);
            assertThat(resource.properties())
                    .containsEntry("aws-account", "111122223333")
                    .containsEntry("aws-region", "us-east-1")
                    .containsEntry("aws-type", "AwsEc2Instance");
            assertThat(resource.reached()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"/aws/event.json, 1", "/aws/lines.json, 2"})
    void findingsStandInEventsAndByThemselves(String file, int findings) {
        assertThat(CollectedScan.reading(file).records)
                .hasSize(findings)
                .allSatisfy(record -> assertThat(record.sighting().checkId()).isEqualTo("g1"));
    }

    @Nested
    class OfInspector {

        private final CollectedScan scan = CollectedScan.reading("/aws/inspector.json");

        @Test
        void givesPackagesCodeAndOpenPorts() {
            assertThat(scan.records)
                    .extracting(ScanRecord::sighting)
                    .containsExactly(
                            new Sighting(0, "111122223333/shop:2.3.0", "CVE-2026-3744", Severity.MEDIUM, "linux"),
                            new Sighting(
                                    1,
                                    "arn:aws:lambda:us-east-1:111122223333:function:pay",
                                    "python/log-injection@v1.0",
                                    Severity.HIGH,
                                    "src/main.py"),
                            new Sighting(2, "i-1", "network-reachability", Severity.MEDIUM, "22/tcp"));
        }

        @Test
        void keepsTheFactsOfEach() {
            ScanRecord kernel = scan.records.get(0);
            assertThat(kernel.cvss().v3()).isEqualTo(5.5);
            assertThat(kernel.solution()).isEqualTo("Upgrade linux to 0:4.19.232-1.");
            assertThat(kernel.cves()).containsExactly("CVE-2026-3744");
            assertThat(kernel.seeAlso()).containsExactly("https://example.test/cve", "https://example.test/more");
            assertThat(kernel.output()).contains("Package: linux 4.19.118", "Exploit available: NO");
            ScanRecord code = scan.records.get(1);
            assertThat(code.solution()).isEqualTo("Clean it.");
            assertThat(code.crossReferences()).containsExactly("CWE:117");
            assertThat(code.output()).contains("6", "8");
            assertThat(scan.records.get(2).output()).contains("Open path: igw-1, eni-1");
        }

        @Test
        void namesWhatItLeavesOut() {
            assertThat(scan.skipped)
                    .extracting(Skipped::why)
                    .containsExactly("Gone is closed", "Odd in i-1 has the unknown severity \"PURPLE\"");
        }
    }
}
