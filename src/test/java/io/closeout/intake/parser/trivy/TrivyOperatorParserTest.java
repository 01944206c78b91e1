package io.closeout.intake.parser.trivy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrivyOperatorParserTest {

    private static final String WEB = "registry.halyard.example/shop/web:1.4";

    private CollectedScan scan;

    @BeforeEach
    void read() throws IOException {
        scan = CollectedScan.ofResource("/trivy/operator.json");
    }

    @Test
    void identifiesAnImageAsTrivyItselfDoes() throws IOException {
        ScanRecord one = scan.records.get(0);
        ScanRecord same = CollectedScan.ofResource("/trivy/image.json").records.get(0);
        assertThat(one.sighting()).isEqualTo(same.sighting());
        assertThat(one.solution()).isEqualTo(same.solution());
    }

    @Test
    void doesNotLowerASeverityByAScoreThatNobodySigned() {
        ScanRecord one = scan.records.get(0);
        assertThat(one.cvss()).isEqualTo(CvssScores.NONE);
        assertThat(one.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(one.output()).contains("Score: 7.5");
    }

    @Test
    void readsChecksSecretsAndCompliance() {
        assertThat(scan.records)
                .extracting(ScanRecord::sighting)
                .endsWith(
                        new Sighting(1, "shop/ReplicaSet/web-5d8f", "KSV-0014", Severity.HIGH, ""),
                        new Sighting(0, WEB, "github-pat", Severity.CRITICAL, "root/.netrc"),
                        new Sighting(2, "/clusterrole-ops", "KSV-0041", Severity.HIGH, ""));
        assertThat(scan.records.get(1).solution()).isEqualTo("Set readOnlyRootFilesystem to true.");
        assertThat(scan.records.get(1).output()).isEqualTo("Container 'web' should set readOnlyRootFilesystem");
        assertThat(scan.hosts).hasSize(3).noneMatch(ScannedHost::reached);
        assertThat(scan.hosts.get(0).operatingSystem()).isEqualTo("debian 12.5");
    }

    @Test
    void namesWhatHasPassed() {
        assertThat(scan.skipped)
                .extracting(Skipped::why)
                .containsExactly("KSV-0001 in shop/ReplicaSet/web-5d8f has passed", "control 5.1.2 has passed");
    }
}
