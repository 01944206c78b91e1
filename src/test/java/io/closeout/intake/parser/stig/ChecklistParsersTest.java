package io.closeout.intake.parser.stig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same checklist in both forms. */
class ChecklistParsersTest {

    private static final String CKL = "/stig/press.ckl";
    private static final String CKLB = "/stig/press.cklb";

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void takesWhatIsOpenWithAllThatIsSaidOfIt(String checklist) {
        CollectedScan scan = CollectedScan.reading(checklist);

        assertThat(scan.records).hasSize(2);
        ScanRecord open = scan.records.get(0);
        assertThat(open.sighting().checkId()).isEqualTo("V-900001");
        assertThat(open.sighting().location()).isEqualTo("Press_STIG");
        assertThat(open.sighting().hostName()).isEqualTo("PRESS-HMI");
        assertThat(open.severity()).isEqualTo(Severity.HIGH);
        assertThat(open.title()).isEqualTo("Rule V-900001 must hold");
        assertThat(open.synopsis()).isEqualTo("SV-900001r1_rule, PRESS-001");
        assertThat(open.description()).isEqualTo("Else anybody <may> do it.\n\nCheck: Look at it.");
        assertThat(open.solution()).isEqualTo("Switch it off.");
        assertThat(open.output()).isEqualTo("The service runs.");
        assertThat(open.crossReferences()).containsExactly("CCI-000366", "V-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void theReviewersSeverityWinsAndSaysWhy(String checklist) {
        ScanRecord lowered = CollectedScan.reading(checklist).records.get(1);
        assertThat(lowered.severity()).isEqualTo(Severity.LOW);
        assertThat(lowered.output()).contains("Severity low in place of high: No network there");
    }

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void speaksOfWhatWasReviewedOnly(String checklist) {
        var checks = CollectedScan.reading(checklist).headers.get(0).checks();
        assertThat(checks.ran("V-900002", "")).contains(true);
        assertThat(checks.ran("V-900003", "")).contains(true);
        assertThat(checks.ran("V-900004", "")).contains(false);
        assertThat(checks.ran("V-900007", "")).contains(false);
        assertThat(checks.ran("V-999999", "")).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void guessesNothing(String checklist) {
        assertThat(CollectedScan.reading(checklist).skipped)
                .extracting(Skipped::why)
                .satisfiesExactly(
                        why -> assertThat(why).isEqualTo("V-900006 has the unknown severity \"grave\""),
                        why -> assertThat(why).containsIgnoringCase("V-900007 has the unknown status \"perhaps\""),
                        why -> assertThat(why).isEqualTo("1 of 7 rules are not reviewed, and nothing is said of them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void knowsTheAssetButNotTheDay(String checklist) {
        assertThat(CollectedScan.reading(checklist).hosts).singleElement().satisfies(host -> {
            assertThat(host.name()).isEqualTo("PRESS-HMI");
            assertThat(host.addresses()).containsExactly("10.9.0.4", "10.9.0.5");
            assertThat(host.fqdns()).containsExactly("press-hmi.halyard.example");
            assertThat(host.macs()).containsExactly("00:11:22:33:44:55");
            assertThat(host.reached()).isTrue();
            assertThat(host.end()).isNull();
            assertThat(host.properties()).containsEntry("role", "Member Server");
        });
    }

    @Test
    void aChecklistWithoutAHostIsOfSomethingThatIsNotNamed() throws IOException {
        String nameless = CollectedScan.text(CKL)
                .replaceAll("<HOST_NAME>.*</HOST_NAME>", "<HOST_NAME></HOST_NAME>")
                .replaceAll("<HOST_IP>[^<]*</HOST_IP>", "")
                .replaceAll("<HOST_FQDN>[^<]*</HOST_FQDN>", "");
        assertThat(CollectedScan.of(nameless).hosts)
                .extracting(ScannedHost::name)
                .containsExactly(ScannedHost.NOT_NAMED);
    }

    @Test
    void guidesInOneChecklistAreToldApart() throws IOException {
        String guide = "<iSTIG><STIG_INFO><SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>%s</SID_DATA></SI_DATA>"
                + "<SI_DATA><SID_NAME>releaseinfo</SID_NAME><SID_DATA>Benchmark Date: 07 Jun %s</SID_DATA></SI_DATA></STIG_INFO>"
                + "<VULN><STIG_DATA><VULN_ATTRIBUTE>Vuln_Num</VULN_ATTRIBUTE><ATTRIBUTE_DATA>V-1</ATTRIBUTE_DATA></STIG_DATA>"
                + "<STIG_DATA><VULN_ATTRIBUTE>STIGRef</VULN_ATTRIBUTE><ATTRIBUTE_DATA>Gate :: 2</ATTRIBUTE_DATA></STIG_DATA>"
                + "<STIG_DATA><VULN_ATTRIBUTE>Severity</VULN_ATTRIBUTE><ATTRIBUTE_DATA>medium</ATTRIBUTE_DATA></STIG_DATA>"
                + "<STATUS>Open</STATUS></VULN></iSTIG>";
        CollectedScan scan =
                CollectedScan.of("<CHECKLIST><ASSET><HOST_FQDN>gate.halyard.example</HOST_FQDN></ASSET><STIGS>"
                        + guide.formatted("A_STIG", "2023") + guide.formatted("", "2024") + "</STIGS></CHECKLIST>");
        assertThat(scan.records)
                .extracting(record -> record.sighting().location())
                .containsExactly("A_STIG", "Gate :: 2");
        assertThat(scan.headers.get(0).policyName()).isEqualTo("A_STIG, Gate :: 2");
        assertThat(scan.hosts.get(0).name()).isEqualTo("gate.halyard.example");
        assertThat(scan.hosts.get(0).feed()).isEqualTo(FeedVersion.UNKNOWN);
    }

    @Test
    void aChecklistWithoutRulesIsNoCleanOne() {
        assertThatThrownBy(() -> CollectedScan.of("<CHECKLIST><ASSET></ASSET><STIGS></STIGS></CHECKLIST>"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("holds no rules");
        assertThatThrownBy(() -> CollectedScan.of("{\"target_data\": {}, \"stigs\": []}"))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("holds no rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {CKL, CKLB})
    void aChecklistThatBreaksOffIsRefused(String checklist) {
        String text = CollectedScan.text(checklist);
        assertThatThrownBy(() -> CollectedScan.of(text.substring(0, text.length() / 2)))
                .isInstanceOf(ScanUnreadable.class);
    }
}
