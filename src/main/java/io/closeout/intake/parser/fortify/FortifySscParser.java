package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.io.IOException;
import java.util.stream.Stream;

/** The list of issues that Software Security Center hands out; without the texts of its rules. */
public final class FortifySscParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "fortify-ssc-json",
            FortifyPriority.SCANNER,
            "Fortify Software Security Center issues (JSON)",
            "Software Security Center 20 to 24",
            "GET …/api/v1/projectVersions/…/issues?limit=-1. It does not name the project: name the asset when you hand it in.",
            "Fortify, \"Software Security Center REST API\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("data[].issueName", "data[].friority");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, FortifyPriority.SCALE);
        findings.header(DESCRIPTOR, "");
        JsonFile.members(in, (json, name) -> {
            if (name.equals("data")) {
                JsonFile.elements(json, each -> issue(each.place(), each.value(), findings));
            }
        });
        findings.finish();
    }

    private static void issue(String where, JsonValue issue, ListedFindings findings) {
        String category = issue.text("issueName");
        // a text in the list, an object where a single issue is asked for
        String location = issue.firstText("fullFileName", "primaryLocation");
        String file = (location.isEmpty() ? issue.text("primaryLocation", "fullFileName") : location)
                .replace('\\', '/')
                .replaceFirst("^/", "");
        String closed = closed(issue);
        if (!closed.isEmpty()) {
            findings.skipped(where, category + " in " + file + " is " + closed);
            return;
        }
        String line = issue.text("lineNumber");
        findings.add(
                new Found(where, "", category, file, issue.text("friority"), CvssScores.NONE),
                record -> record.title(category)
                        .family(issue.text("kingdom"))
                        .output(new LabelledLines()
                                .line("File", file)
                                .line("Line", line.isEmpty() ? issue.text("primaryLocation", "line") : line)
                                .line("Engine", issue.text("engineType"))
                                .line("Analysis", issue.text("primaryTag"))
                                .line("First found", issue.text("foundDate"))
                                .line("Instance", issue.text("issueInstanceId"))
                                .text()));
    }

    private static String closed(JsonValue issue) {
        if (FortifyAudit.isNoIssue(issue.text("primaryTag"))) {
            return "marked as \"" + issue.text("primaryTag") + "\"";
        }
        return Stream.of("suppressed", "removed", "hidden")
                .filter(mark -> issue.text(mark).equals("true"))
                .findFirst()
                .orElse("");
    }
}
