package io.closeout.intake.parser.tenable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.ScannedHost.Credentials;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NessusParserTest {

    private static final String ITEM = "<ReportItem severity=\"2\" port=\"80\" protocol=\"tcp\" pluginID=\"1\"/>";

    @Nested
    class AScanOfTwoHosts {

        private final CollectedScan scan = twoHosts();

        @Test
        void tellsWhatWasAskedOfTheScanner() {
            ScanHeader header = scan.headers.get(0);
            assertThat(scan.headers).hasSize(1);
            assertThat(header.scanner()).isEqualTo("nessus");
            assertThat(header.format()).isEqualTo("nessus-v2");
            assertThat(header.scanName()).isEqualTo("Office");
            assertThat(header.policyName()).isEqualTo("Weekly, credentialed");
            assertThat(header.checks().ran("900001", "")).contains(true);
            assertThat(header.checks().ran("900003", "Windows")).contains(false);
            assertThat(header.ports().covers(3389, "tcp")).isTrue();
            assertThat(header.ports().covers(8080, "tcp")).isFalse();
        }

        @Test
        void identifiesTheHost() {
            ScannedHost host = scan.hosts.get(0);
            assertThat(host.name()).isEqualTo("dc01.example.test");
            assertThat(host.addresses()).containsExactly("192.0.2.10");
            assertThat(host.fqdns()).containsExactly("dc01.example.test", "ldap.example.test");
            assertThat(host.netbiosName()).isEqualTo("DC01");
            assertThat(host.macs()).containsExactly("00:50:56:aa:bb:cc", "00:50:56:aa:bb:cd");
            assertThat(host.agentId()).isEqualTo("6f1c1e7e-0000-4000-8000-000000000001");
            assertThat(host.biosId()).isEqualTo("564D1111-2222-3333-4444-555566667777");
            assertThat(host.operatingSystem()).isEqualTo("Microsoft Windows Server 2019 Standard");
            assertThat(host.properties()).hasSize(13).containsEntry("patch-summary-total-cves", "3");
        }

        @Test
        void knowsWhatTheScanOfTheHostCanProve() {
            ScannedHost host = scan.hosts.get(0);
            assertThat(host.start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(host.end()).isEqualTo(Instant.parse("2026-01-01T00:30:00Z"));
            assertThat(host.reached()).isTrue();
            assertThat(host.credentials()).isEqualTo(Credentials.PROVEN);
        }

        @Test
        void readsTheWholeRecord() {
            ScanRecord record = scan.records.get(1);
            assertThat(record.sighting())
                    .isEqualTo(new Sighting(0, "dc01.example.test", "900001", Severity.CRITICAL, "3389/tcp"));
            assertThat(record.sighting().location()).isEqualTo("3389/tcp");
            assertThat(record.title()).isEqualTo("Remote desktop service runs <anything>");
            assertThat(record.family()).isEqualTo("Windows");
            assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(record.cvss())
                    .isEqualTo(new CvssScores(
                            10.0,
                            "CVSS2#AV:N/AC:L/Au:N/C:C/I:C/A:C",
                            9.8,
                            "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                            9.3,
                            "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"));
            assertThat(record.service()).isEqualTo("msrdp");
            assertThat(record.type()).isEqualTo(CheckType.LOCAL);
            assertThat(record.synopsis()).isEqualTo("Someone may take over the machine.");
            assertThat(record.description()).isEqualTo("First line.\nSecond line.");
            assertThat(record.solution()).isEqualTo("Install the update.");
            assertThat(record.output()).isEqualTo("Path : C:\\Windows");
            assertThat(record.cves()).containsExactly("CVE-2099-0001", "CVE-2099-0002");
            assertThat(record.seeAlso()).containsExactly("https://vendor.example/one", "https://vendor.example/two");
            assertThat(record.crossReferences()).containsExactly("CWE:416");
            assertThat(record.exploit())
                    .isEqualTo(new ExploitFacts(true, true, "Exploits are available", List.of("metasploit")));
            assertThat(record.vulnerabilityPublished()).isEqualTo(LocalDate.of(2025, 11, 10));
            assertThat(record.patchPublished()).isEqualTo(LocalDate.of(2025, 11, 11));
            assertThat(record.compliance()).isNull();
        }

        @Test
        void notesResultsOfAConfigurationAudit() {
            assertThat(scan.records.get(2).compliance())
                    .isEqualTo(new ComplianceResult("1.1.4 Minimum password length", "", "FAILED", "7", "14"));
        }

        @Test
        void doesNotTakeAPingedHostForReached() {
            assertThat(scan.hosts.get(1).contact()).isEqualTo(Contact.ONLY_PINGED);
            assertThat(scan.hosts.get(1).reached()).isFalse();
        }

        @Test
        void listsAHostAsOftenAsTheFileDoes() {
            assertThat(scan.hosts).extracting(ScannedHost::number).containsExactly(0, 1, 2);
            assertThat(scan.hosts.get(2).name()).isEqualTo("dc01.example.test");
            assertThat(scan.hosts.get(2).end()).isEqualTo(Instant.parse("2026-01-01T09:45:00Z"));
            assertThat(scan.hosts.get(2).credentials()).isEqualTo(Credentials.UNKNOWN);
        }

        private static CollectedScan twoHosts() {
            try {
                return CollectedScan.ofResource("/nessus/two-hosts.nessus");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class WitnessesOfCredentials {

        @Test
        void proveNothingIfOneSaysNo() throws IOException {
            assertThat(credentials("true", "Credentialed checks : no")).isEqualTo(Credentials.DENIED);
            assertThat(credentials("false", "Credentialed checks : yes")).isEqualTo(Credentials.DENIED);
        }

        @Test
        void proveItIfOneSaysYesAndTheOtherIsSilent() throws IOException {
            assertThat(credentials("true", "Scanner version : 10")).isEqualTo(Credentials.PROVEN);
        }

        private static Credentials credentials(String tag, String output) throws IOException {
            return CollectedScan.ofReport(
                            "<ReportHost name=\"h\"><HostProperties><tag name=\"Credentialed_Scan\">" + tag
                                    + "</tag></HostProperties><ReportItem severity=\"0\" port=\"0\" protocol=\"tcp\""
                                    + " pluginID=\"19506\"><plugin_output>" + output
                                    + "</plugin_output></ReportItem></ReportHost>")
                    .hosts
                    .get(0)
                    .credentials();
        }
    }

    @Nested
    class WhatIsNotUnderstood {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<ReportItem severity=\"5\" port=\"80\" protocol=\"tcp\" pluginID=\"2\"/>",
                    "<ReportItem severity=\"High\" port=\"80\" protocol=\"tcp\" pluginID=\"2\"/>",
                    "<ReportItem port=\"80\" protocol=\"tcp\" pluginID=\"2\"/>",
                    "<ReportItem severity=\"2\" port=\"80\" protocol=\"tcp\"/>",
                    "<ReportItem severity=\"2\" port=\"http\" protocol=\"tcp\" pluginID=\"2\"/>",
                })
        void isSkippedWithPlaceAndReasonNeverGuessed(String item) throws IOException {
            CollectedScan scan = CollectedScan.ofReport("<ReportHost name=\"h\">" + item + ITEM + "</ReportHost>");
            assertThat(scan.records).hasSize(1);
            assertThat(scan.skipped).singleElement().satisfies(part -> {
                assertThat(part.where()).startsWith("host h, line 1, column ");
                assertThat(part.why()).isNotBlank();
            });
        }

        @Test
        void includesHostsWithoutName() throws IOException {
            CollectedScan scan = CollectedScan.ofReport("<ReportHost>" + ITEM + "</ReportHost>");
            assertThat(scan.records).isEmpty();
            assertThat(scan.hosts).isEmpty();
            assertThat(scan.skipped).hasSize(1);
        }

        @Test
        void includesScoresThatAreNone() throws IOException {
            CollectedScan scan = CollectedScan.ofReport("<ReportHost name=\"h\">"
                    + ITEM.replace("/>", "><cvss3_base_score>high</cvss3_base_score></ReportItem>") + "</ReportHost>");
            assertThat(scan.records).singleElement().satisfies(record -> assertThat(record.severity())
                    .isEqualTo(Severity.MEDIUM));
            assertThat(scan.skipped).hasSize(1);
        }
    }

    @Nested
    class OtherFiles {

        @Test
        void areCleanIfTheyAreReportsWithoutResults() throws IOException {
            CollectedScan scan = CollectedScan.ofReport("");
            assertThat(scan.headers).hasSize(1);
            assertThat(scan.records).isEmpty();
            assertThat(scan.skipped).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"<letter/>", "id,name\n1,x", "{}", "<NessusClientData_v2", "   "})
        void areNotRecognised(String content) {
            refuses(content, "not recognised");
        }

        @Test
        void areRefusedIfEmpty() {
            refuses("", "empty");
        }

        @Test
        void areRefusedInVersion1WithAdvice() {
            refuses("<NessusClientData><Report/></NessusClientData>", "version 2");
        }

        private static void refuses(String content, String because) {
            assertThatExceptionOfType(ScanUnreadable.class)
                    .isThrownBy(() -> CollectedScan.of(content))
                    .withMessageContaining(because);
        }
    }

    @Test
    void readsTextsOnlyIfTheSinkWantsThem() throws IOException {
        CollectedScan picky = new CollectedScan();
        ScanSink onlyCritical = new ScanSink() {
            @Override
            public void header(ScanHeader header) {
                picky.header(header);
            }

            @Override
            public boolean sighted(Sighting sighting) {
                return sighting.scannerSeverity() == Severity.CRITICAL;
            }

            @Override
            public void record(ScanRecord record) {
                picky.record(record);
            }

            @Override
            public void host(ScannedHost host) {
                picky.host(host);
            }

            @Override
            public void skipped(Skipped part) {
                picky.skipped(part);
            }
        };
        new NessusParser()
                .parse(
                        ScanInput.of("test", () -> getClass().getResourceAsStream("/nessus/two-hosts.nessus")),
                        onlyCritical);
        assertThat(picky.records).hasSize(2);
        assertThat(picky.hosts.get(0).credentials()).isEqualTo(Credentials.PROVEN);
    }
}
