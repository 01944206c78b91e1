package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.checkmarx.CheckmarxResults.Place;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;
import java.util.List;

/** The file that CxFlow makes of a scan of CxSAST: issues by query and file, each with its results. */
public final class CheckmarxFlowParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkmarx-flow-json",
            CheckmarxResults.SCANNER,
            "Checkmarx CxFlow (JSON)",
            "CxFlow 1.6",
            "Run CxFlow with --bug-tracker=Json.",
            "Checkmarx, \"CxFlow configuration\" (github.com/checkmarx-ltd/cx-flow/wiki)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("xissues", "project") || probe.hasJson("xissues", "projectId");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        String[] project = {""};
        JsonFile.members(in, (json, name) -> {
            if (name.equals("project")) {
                project[0] = json.text();
            }
        });
        CheckmarxResults results = new CheckmarxResults(DESCRIPTOR, sink);
        results.asset(project[0]);
        JsonFile.members(in, (json, name) -> {
            if (name.equals("xissues")) {
                JsonFile.elements(json, each -> issue(each.place(), project[0], each.value(), results));
            }
        });
        results.finish();
    }

    private static void issue(String where, String project, JsonValue issue, CheckmarxResults results) {
        List<JsonValue> all = issue.items("additionalDetails", "results").toList();
        if (all.isEmpty()) {
            result(where, project, issue, JsonValue.NOTHING, results);
        }
        all.forEach(result -> result(where, project, issue, result, results));
    }

    private static void result(
            String where, String project, JsonValue issue, JsonValue result, CheckmarxResults results) {
        String sink = result.text("sink", "file");
        JsonValue start = issue.at("details", result.text("source", "line"));
        Place place = new Place(
                where,
                project,
                issue.text("vulnerability"),
                sink.isEmpty() ? issue.text("filename") : sink,
                issue.text("severity"),
                start.text("falsePositive").equals("true") ? "not exploitable" : result.text("state"));
        results.add(place, record -> record.synopsis(issue.text("language"))
                .description(issue.text("description"))
                .output(new LabelledLines()
                        .line("File", result.text("source", "file"))
                        .line("Line", result.text("source", "line"))
                        .line("Ends in", sink)
                        .line("Line there", result.text("sink", "line"))
                        .line("Object", result.text("sink", "object"))
                        .line("Status", issue.text("vulnerabilityStatus"))
                        .text())
                .seeAlso(CheckmarxTexts.links(issue.text("link"), issue.text("additionalDetails", "recommendedFix")))
                .crossReferences(CweList.ofNumber(issue.text("cwe"))));
    }
}
