package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Issues of the agent for software composition analysis, once SourceClear. */
public final class VeracodeAgentParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "veracode-sca-json",
            VeracodeAgentIssue.SCANNER,
            "Veracode SCA, agent-based (JSON)",
            "SCA Agent API v3",
            "GET https://api.veracode.com/srcclr/v3/workspaces/…/issues, one page a file.",
            "Veracode, \"SCA Agent REST API\" (docs.veracode.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("_embedded.issues[].issue_type", "_embedded.issues[].library")
                || (probe.hasJson("_embedded.issues", "page") && !probe.hasJson("_embedded.issues[]"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, VeracodeAgentIssue.SCALE);
        findings.header(DESCRIPTOR, "");
        JsonFile.members(in, (json, name) -> {
            if (name.equals("_embedded") && json.isObject()) {
                json.members(list -> {
                    if (list.equals("issues")) {
                        JsonFile.elements(json, each -> issue(each.place(), each.value(), findings, sink));
                    }
                });
            }
        });
        findings.finish();
    }

    private static void issue(String place, JsonValue issue, ListedFindings findings, ScanSink sink) {
        JsonValue library = issue.at("library");
        JsonValue weakness = issue.at("vulnerability");
        String named = VeracodeLibrary.name(library.text("id"));
        CvssScores scores = new ScoreList(place, sink)
                .offerV3(weakness.text("cvss3_score"), weakness.text("cvss3_vector"))
                .offerV2(weakness.text("cvss2_score"), weakness.text("cvss2_vector"))
                .scores();
        PackageWeakness told = new PackageWeakness(
                        place,
                        issue.text("project_name"),
                        VeracodeAgentIssue.id(weakness.text("cve"), weakness.text("id")))
                .of("", named.isEmpty() ? library.text("name") : named, library.text("version"))
                .rated("", scores)
                .told(weakness.text("title"), weakness.text("overview"))
                .cwes(List.of(weakness.text("cwe_id")))
                .links(List.of(issue.text("_links", "html", "href")))
                .line("Branch", issue.text("project_branch"))
                .line("Latest version", library.text("latest_version"))
                .line("Needed directly", library.text("direct"))
                .line("Calls the vulnerable method", issue.text("vulnerable_method"))
                .line("First found", issue.text("created_date"));
        VeracodeAgentIssue.add(
                place,
                issue.text("issue_type").toLowerCase(Locale.ROOT),
                issue.text("ignored").equals("true") ? "ignored" : issue.text("issue_status"),
                issue.text("id"),
                told,
                findings);
    }
}
