package io.closeout.intake.parser.sonarqube;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;

/** Issues and security hotspots, alone or together. */
public final class SonarQubeParser implements ScanParser {

    /** SonarQube, "Issues: severity"; its critical is the second of five. Impacts and hotspots have words of their own. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.CRITICAL, "blocker")
            .with(Severity.HIGH, "critical")
            .with(Severity.MEDIUM, "major")
            .with(Severity.LOW, "minor")
            .with(Severity.INFO, "info");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "sonarqube-json",
            "sonarqube",
            "SonarQube, SonarCloud (JSON)",
            "SonarQube 6.7 to 25.1, sonar-report 2 to 5",
            "GET …/api/issues/search?componentKeys=…&types=VULNERABILITY&additionalFields=rules&ps=500 and GET"
                    + " …/api/hotspots/search?projectKey=…&ps=500, one page a file; or sonar-report --output=report.json.",
            "Sonar, \"Web API: issues, hotspots\" (docs.sonarsource.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("issues[].rule", "issues[].component")
                || probe.hasJson("hotspots[].component", "hotspots[].vulnerabilityProbability")
                || probe.hasJson("sonarBaseURL", "issues")
                || (probe.hasJson("paging.total", "components") && isList(probe));
    }

    private static boolean isList(ScanProbe probe) {
        return probe.hasJson("issues") || probe.hasJson("hotspots");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        SonarFacts facts = SonarFacts.read(in);
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        SonarFinding finding = new SonarFinding(facts, findings);
        JsonFile.members(in, (json, name) -> part(json, name, finding));
        finding.missing();
        findings.finish();
    }

    private static void part(HardenedJson json, String name, SonarFinding finding) throws IOException {
        switch (name) {
            case "issues" -> JsonFile.elements(json, each -> finding.issue(each.place(), each.value()));
            case "hotspots" -> JsonFile.elements(json, each -> finding.hotspot(each.place(), each.value()));
            default -> json.skip();
        }
    }
}
