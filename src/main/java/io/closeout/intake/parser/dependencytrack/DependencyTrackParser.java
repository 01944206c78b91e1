package io.closeout.intake.parser.dependencytrack;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The project may stand behind its findings, so the file is read twice. */
public final class DependencyTrackParser implements ScanParser {

    /** Dependency-Track documentation, "Severities". */
    private static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.INFO, "info", "informational").unrated("unassigned");

    /** Dependency-Track documentation, "Analysis States": those in which nothing is left to do. */
    private static final Set<String> SETTLED = Set.of("NOT_AFFECTED", "FALSE_POSITIVE", "RESOLVED");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "dependency-track-fpf",
            "dependency-track",
            "OWASP Dependency-Track (FPF)",
            "Dependency-Track 3.8 to 4.13, FPF 1.0 to 1.3",
            "GET /api/v1/finding/project/{uuid}/export, or in the web page the project, Audit Vulnerabilities, Export.",
            "OWASP, \"Dependency-Track: File Formats\" (docs.dependencytrack.org)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.jsonText("meta.application").equals("Dependency-Track")
                || probe.hasJson("findings[].vulnerability.vulnId", "findings[].component");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Map<String, JsonValue> facts = new HashMap<>();
        JsonFile.members(in, (json, name) -> {
            if (name.equals("project") || name.equals("meta")) {
                facts.put(name, json.value());
            }
        });
        String project = facts.getOrDefault("project", JsonValue.NOTHING).text("name");
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, project);
        findings.asset(project)
                .end(Days.moment(facts.getOrDefault("meta", JsonValue.NOTHING).text("timestamp")))
                .property(
                        "version",
                        facts.getOrDefault("project", JsonValue.NOTHING).text("version"));
        JsonFile.members(in, (json, name) -> {
            if (name.equals("findings")) {
                JsonFile.elements(json, each -> read(each.place(), project, each.value(), findings, sink));
            }
        });
        findings.finish();
    }

    private static void read(String place, String project, JsonValue finding, ListedFindings findings, ScanSink sink) {
        JsonValue vulnerability = finding.at("vulnerability");
        JsonValue component = finding.at("component");
        String state = finding.text("analysis", "state");
        boolean suppressed = finding.text("analysis", "isSuppressed").equals("true");
        if (suppressed || SETTLED.contains(state)) {
            findings.skipped(
                    place,
                    vulnerability.text("vulnId") + " in " + component.text("name") + " was set aside"
                            + (state.isEmpty() ? "" : " as " + state));
            return;
        }
        new PackageWeakness(place, project, vulnerability.text("vulnId"))
                .aliases(aliases(finding))
                .of(component.text("purl"), name(component), component.text("version"))
                .advice(vulnerability.text("recommendation"))
                .rated(vulnerability.text("severity"), scores(place, vulnerability, sink))
                .told(vulnerability.firstText("title", "subtitle"), vulnerability.text("description"))
                .family(vulnerability.text("source"))
                .cwes(cwes(vulnerability))
                .links(finding.at("attribution").texts("referenceUrl"))
                .published(Days.day(vulnerability.text("published")))
                .line("Latest version", component.text("latestVersion"))
                .line("Analysis", state)
                .line("Audit", finding.text("analysis", "detail"))
                .line("Found by", finding.text("attribution", "analyzerIdentity"))
                .addTo(findings);
    }

    private static String name(JsonValue component) {
        String group = component.text("group");
        return group.isEmpty() ? component.text("name") : group + "/" + component.text("name");
    }

    private static List<String> aliases(JsonValue finding) {
        Stream<String> all = finding.items("vulnerability", "aliases").flatMap(alias -> alias.members()
                .map(member -> member.getValue().text()));
        return Stream.concat(all, Stream.of(finding.text("attribution", "alternateIdentifier")))
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private static List<String> cwes(JsonValue vulnerability) {
        Stream<String> all = vulnerability.items("cwes").map(cwe -> cwe.text("cweId"));
        return Stream.concat(Stream.of(vulnerability.text("cweId")), all).toList();
    }

    private static CvssScores scores(String place, JsonValue vulnerability, ScanSink sink) {
        return new ScoreList(place, sink)
                .offerV2(vulnerability.text("cvssV2BaseScore"), vulnerability.text("cvssV2Vector"))
                .offerV3(vulnerability.text("cvssV3BaseScore"), vulnerability.text("cvssV3Vector"))
                .offerV4(vulnerability.firstText("cvssV4Score", "cvssV4BaseScore"), vulnerability.text("cvssV4Vector"))
                .scores();
    }
}
