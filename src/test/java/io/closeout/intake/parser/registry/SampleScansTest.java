package io.closeout.intake.parser.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.ScannedHost.Credentials;
import io.closeout.intake.parser.Sighting;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The story that the tour tells with the two scans of the sample company. */
class SampleScansTest {

    private static final String RDP = "125313";

    private final CollectedScan first = read("samples/halyard-first-scan.nessus");
    private final CollectedScan second = read("samples/halyard-second-scan.nessus");

    @Test
    void areWholeAndOfOnePolicy() {
        for (CollectedScan scan : List.of(first, second)) {
            assertThat(scan.skipped).isEmpty();
            assertThat(scan.hosts).hasSize(16);
            assertThat(scan.headers.get(0).policyName()).isEqualTo("Halyard internal, credentialed");
            assertThat(scan.headers.get(0).checks().hasList()).isTrue();
            assertThat(scan.headers.get(0).ports().covers(3389, "tcp")).isTrue();
        }
        assertThat(weaknesses(first)).hasSizeBetween(35, 45);
    }

    @Test
    void showTheRemoteDesktopWeaknessFirstAndProveItAbsentLater() {
        assertThat(first.records)
                .filteredOn(record -> record.sighting().checkId().equals(RDP))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.sighting().hostName()).isEqualTo("Finance-AD01");
                    assertThat(record.sighting().location()).isEqualTo("3389/tcp");
                    assertThat(record.severity()).isEqualTo(Severity.CRITICAL);
                });
        assertThat(weaknesses(second)).doesNotContain(RDP).contains("500817");
        assertThat(second.headers.get(0).checks().ran(RDP, "Windows")).contains(true);
        assertThat(host(second, "Finance-AD01").reached()).isTrue();
        assertThat(host(second, "Finance-AD01").end())
                .isAfter(host(first, "Finance-AD01").end());
    }

    @Test
    void loseOneHostAndTheCredentialsOfAnother() {
        assertThat(first.hosts).extracting(ScannedHost::contact).containsOnly(Contact.CHECKED);
        assertThat(host(second, "LT-SALES04").contact()).isEqualTo(Contact.ONLY_PINGED);
        assertThat(host(first, "HIST-SRV01").credentials()).isEqualTo(Credentials.PROVEN);
        assertThat(host(second, "HIST-SRV01").credentials()).isEqualTo(Credentials.DENIED);
    }

    @Test
    void bringSomethingNew() {
        assertThat(weaknesses(second)).anyMatch(check -> !weaknesses(first).contains(check));
    }

    private static Set<String> weaknesses(CollectedScan scan) {
        return scan.records.stream()
                .map(ScanRecord::sighting)
                .filter(Sighting::isAboveInfo)
                .map(Sighting::checkId)
                .collect(Collectors.toSet());
    }

    private static ScannedHost host(CollectedScan scan, String name) {
        return scan.hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CollectedScan read(String file) {
        try {
            CollectedScan scan = new CollectedScan();
            new ParserRegistry().read(ScanInput.of(Path.of(file)), scan);
            return scan;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
