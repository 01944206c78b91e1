package io.closeout.intake.parser.snyk;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of issues of Snyk's REST API, of all its products; issues of code are known by their kind, since the list names no rule. */
public final class SnykIssuesParser implements ScanParser {

    private static final SeverityScale SCALE = SnykParser.SCALE.with(Severity.INFO, "info");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "snyk-issues-json",
            SnykParser.SCANNER,
            "Snyk issues of the REST API (JSON)",
            "REST API 2024-01-23 to 2024-10-15",
            "GET https://api.snyk.io/rest/orgs/…/issues?version=2024-10-15, one page a file. It names projects by their id only.",
            "Snyk, \"REST API: Issues\" (docs.snyk.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("data[].attributes.effective_severity_level", "data[].attributes.key")
                || (probe.hasJson("jsonapi", "links", "data")
                        && !probe.hasJson("data[]")
                        && probe.jsonText("links.self").contains("/issues"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        JsonFile.members(in, (json, name) -> {
            if (name.equals("data")) {
                JsonFile.elements(json, each -> issue(each.place(), each.value(), findings, sink));
            } else {
                json.skip();
            }
        });
        findings.finish();
    }

    private static void issue(String place, JsonValue value, ListedFindings findings, ScanSink sink) {
        JsonValue issue = value.at("attributes");
        String closed = closed(issue);
        if (!closed.isEmpty()) {
            findings.skipped(place, issue.text("title") + " (" + issue.text("key") + ") is " + closed);
            return;
        }
        String project = value.text("relationships", "scan_item", "data", "id");
        Optional<JsonValue> dependency = representations(issue)
                .map(each -> each.at("dependency"))
                .filter(each -> each.has("package_name"))
                .findFirst();
        if (dependency.isPresent()) {
            packaged(place, project, issue, dependency.get(), findings, sink);
        } else {
            located(place, project, issue, findings);
        }
    }

    private static String closed(JsonValue issue) {
        String status = issue.text("status");
        if (!status.isEmpty() && !status.equals("open")) {
            return status;
        }
        return issue.text("ignored").equals("true") ? "ignored" : "";
    }

    private static Stream<JsonValue> representations(JsonValue issue) {
        return issue.items("coordinates").flatMap(each -> each.items("representations"));
    }

    private static void packaged(
            String place,
            String project,
            JsonValue issue,
            JsonValue dependency,
            ListedFindings findings,
            ScanSink sink) {
        ScoreList scores = new ScoreList(place, sink);
        issue.items("severities")
                .forEach(each -> scores.offer(each.text("version"), each.text("score"), each.text("vector")));
        new PackageWeakness(place, project, issue.text("key"))
                .aliases(issue.items("problems").map(each -> each.text("id")).toList())
                .of("", dependency.text("package_name"), dependency.text("package_version"))
                .rated(issue.text("effective_severity_level"), scores.scores())
                .told(issue.text("title"), issue.text("description"))
                .family(issue.text("type"))
                .cwes(classes(issue))
                .links(issue.items("problems").map(each -> each.text("url")).toList())
                .published(Days.day(issue.items("problems")
                        .map(each -> each.text("disclosed_at"))
                        .findFirst()
                        .orElse("")))
                .line("First seen", issue.text("created_at"))
                .line(
                        "Exploit",
                        String.join(
                                ", ",
                                issue.items("exploit_details", "maturity_levels")
                                        .map(each -> each.text("level"))
                                        .distinct()
                                        .toList()))
                .addTo(findings);
    }

    private static void located(String place, String project, JsonValue issue, ListedFindings findings) {
        List<JsonValue> places = representations(issue)
                .map(each -> each.at("sourceLocation"))
                .filter(each -> each.has("file"))
                .toList();
        String file = places.isEmpty() ? "" : places.get(0).text("file");
        findings.add(
                new Found(place, project, kind(issue), file, issue.text("effective_severity_level"), CvssScores.NONE),
                record -> {
                    LabelledLines output = new LabelledLines();
                    places.forEach(each -> output.line("File", each.text("file"))
                            .range(each.text("region", "start", "line"), each.text("region", "end", "line")));
                    return record.title(issue.text("title"))
                            .family(issue.text("type"))
                            .description(issue.text("description"))
                            .output(output.line("First seen", issue.text("created_at"))
                                    .text())
                            .crossReferences(CweList.in(String.join(" ", classes(issue))));
                });
    }

    /** Keys of issues of code are made anew for each place; those of other products are rules. */
    private static String kind(JsonValue issue) {
        return issue.text("type").equals("code") ? issue.text("title") : issue.text("key");
    }

    private static List<String> classes(JsonValue issue) {
        return issue.items("classes").map(each -> each.text("id")).toList();
    }
}
