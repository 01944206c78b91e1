package io.closeout.intake.parser.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every format of code, images, dependencies and bills of materials. */
class DependencyFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "/trivy/image.json, trivy-json",
        "/trivy/cluster.json, trivy-json",
        "/trivy/before-0.20.json, trivy-json",
        "/trivy/operator.json, trivy-operator-json",
        "/grype/image.json, grype-json",
        "/sbom/vex.cdx.json, cyclonedx-json",
        "/sbom/bom.cdx.xml, cyclonedx-xml",
        "/sbom/extension.cdx.xml, cyclonedx-xml",
        "/sbom/advisory.csaf.json, csaf-json",
        "/sbom/statements.openvex.json, openvex-json",
        "/clair/clair-scanner.json, clair-json",
        "/clair/klar.json, clair-json",
        "/clair/clairctl.json, clair-json",
        "/prisma/twistcli.json, prisma-twistcli-json",
        "/prisma/coderepo.json, prisma-twistcli-json",
        "/prisma/images.csv, prisma-csv",
        "/checkov/two-kinds.json, checkov-json",
        "/dependencycheck/report.json, dependency-check-json",
        "/dependencycheck/report.xml, dependency-check-xml",
        "/dependencytrack/findings.fpf.json, dependency-track-fpf",
        "/npm/npm-6.json, npm-audit-json",
        "/npm/npm-10.json, npm-audit-json",
        "/npm/yarn-1.jsonl, yarn-audit-json",
        "/npm/yarn-4.jsonl, yarn-audit-json",
        "/semgrep/scan.json, semgrep-json",
        "/semgrep/platform.json, semgrep-json",
        "/gitlab/code.json, gitlab-security-json",
        "/gitlab/container.json, gitlab-security-json",
        "/github/graphql.json, github-alerts-json",
        "/github/rest.json, github-alerts-json",
        "/snyk/projects.json, snyk-json",
        "/snyk/image.json, snyk-json",
        "/snyk/iac.json, snyk-json",
        "/snyk/issues.json, snyk-issues-json",
        "/veracode/detailed.xml, veracode-xml",
        "/veracode/findings.json, veracode-findings-json",
        "/veracode/pipeline.json, veracode-pipeline-json",
        "/veracode/agent.json, veracode-sca-json",
        "/veracode/agent.csv, veracode-sca-csv",
        "/checkmarx/sast.xml, checkmarx-xml",
        "/checkmarx/one.json, checkmarx-one-json",
        "/checkmarx/report.json, checkmarx-report-json",
        "/checkmarx/report-improved.json, checkmarx-report-json",
        "/checkmarx/flow.json, checkmarx-flow-json",
        "/checkmarx/osa.json, checkmarx-osa-json",
        "/sonarqube/issues.json, sonarqube-json",
        "/sonarqube/hotspots.json, sonarqube-json",
        "/sonarqube/report.json, sonarqube-json",
        "/fortify/audit.fvdl, fortify-fpr",
        "/fortify/report.xml, fortify-report-xml",
        "/fortify/ssc.json, fortify-ssc-json"
    })
    void isRecognisedByItsContentAndProvesNothingAbsent(String sample, String format) throws IOException {
        CollectedScan scan = CollectedScan.of(text(sample));
        assertThat(scan.headers).singleElement().satisfies(header -> assertThat(header.format())
                .isEqualTo(format));
        assertThat(scan.hosts).noneMatch(ScannedHost::reached);
        assertThat(scan.records).allSatisfy(record -> {
            assertThat(scan.hosts.get(record.sighting().hostNumber()).name())
                    .isEqualTo(record.sighting().hostName());
            assertThat(record.title()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/trivy/image.json",
        "/trivy/operator.json",
        "/grype/image.json",
        "/sbom/vex.cdx.json",
        "/sbom/bom.cdx.xml",
        "/sbom/advisory.csaf.json",
        "/sbom/statements.openvex.json",
        "/clair/clair-scanner.json",
        "/clair/clairctl.json",
        "/prisma/twistcli.json",
        "/checkov/two-kinds.json",
        "/dependencycheck/report.json",
        "/dependencycheck/report.xml",
        "/dependencytrack/findings.fpf.json",
        "/npm/npm-6.json",
        "/npm/npm-10.json",
        "/npm/yarn-1.jsonl",
        "/semgrep/scan.json",
        "/semgrep/platform.json",
        "/gitlab/code.json",
        "/gitlab/container.json",
        "/github/graphql.json",
        "/github/rest.json",
        "/snyk/projects.json",
        "/snyk/image.json",
        "/snyk/iac.json",
        "/snyk/issues.json",
        "/veracode/detailed.xml",
        "/veracode/findings.json",
        "/veracode/pipeline.json",
        "/veracode/agent.json",
        "/checkmarx/sast.xml",
        "/checkmarx/one.json",
        "/checkmarx/report.json",
        "/checkmarx/report-improved.json",
        "/checkmarx/flow.json",
        "/checkmarx/osa.json",
        "/sonarqube/issues.json",
        "/sonarqube/hotspots.json",
        "/sonarqube/report.json",
        "/fortify/audit.fvdl",
        "/fortify/report.xml",
        "/fortify/ssc.json"
    })
    void isRefusedWholeIfItBreaksOff(String sample) throws IOException {
        String whole = text(sample);
        assertThatThrownBy(() -> CollectedScan.of(
                        whole.substring(0, whole.stripTrailing().length() - 8)))
                .isInstanceOf(ScanUnreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/trivy/image.json",
        "/trivy/cluster.json",
        "/trivy/operator.json",
        "/grype/image.json",
        "/sbom/vex.cdx.json",
        "/sbom/advisory.csaf.json",
        "/clair/clair-scanner.json",
        "/clair/clairctl.json",
        "/prisma/twistcli.json",
        "/checkov/two-kinds.json",
        "/dependencycheck/report.json",
        "/dependencytrack/findings.fpf.json",
        "/npm/npm-6.json",
        "/npm/npm-10.json",
        "/semgrep/scan.json",
        "/semgrep/platform.json",
        "/gitlab/code.json",
        "/gitlab/container.json",
        "/github/graphql.json",
        "/github/rest.json",
        "/snyk/projects.json",
        "/snyk/image.json",
        "/snyk/iac.json",
        "/snyk/issues.json",
        "/veracode/findings.json",
        "/veracode/pipeline.json",
        "/veracode/agent.json",
        "/checkmarx/one.json",
        "/checkmarx/report.json",
        "/checkmarx/report-improved.json",
        "/checkmarx/flow.json",
        "/checkmarx/osa.json",
        "/sonarqube/issues.json",
        "/sonarqube/hotspots.json",
        "/sonarqube/report.json",
        "/fortify/ssc.json"
    })
    void saysTheSameInWhateverOrderItsMembersStand(String sample) throws IOException {
        String text = text(sample);
        CollectedScan turned = CollectedScan.of(turned(JSON.readTree(text)).toString());
        assertThat(facts(turned)).containsExactlyInAnyOrderElementsOf(facts(CollectedScan.of(text)));
    }

    private static List<List<String>> facts(CollectedScan scan) {
        return scan.records.stream().map(DependencyFormatsTest::facts).toList();
    }

    private static List<String> facts(ScanRecord record) {
        return List.of(
                record.sighting().hostName(),
                record.sighting().checkId(),
                record.sighting().location(),
                record.severity().name(),
                record.title(),
                record.solution(),
                record.cves().toString());
    }

    /** With the members of each object in the opposite order. */
    private static JsonNode turned(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(turned(each)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        Collections.reverse(members);
        ObjectNode object = JSON.createObjectNode();
        members.forEach(member -> object.set(member.getKey(), turned(member.getValue())));
        return object;
    }

    private static String text(String sample) throws IOException {
        try (InputStream in = DependencyFormatsTest.class.getResourceAsStream(sample)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
