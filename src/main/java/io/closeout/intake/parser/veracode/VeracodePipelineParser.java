package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.io.IOException;

/** What the pipeline scan writes beside a build. */
public final class VeracodePipelineParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "veracode-pipeline-json",
            VeracodeScale.SCANNER,
            "Veracode Pipeline Scan (JSON)",
            "Pipeline Scan 20 to 25",
            "java -jar pipeline-scan.jar --file app.jar --json_output_file=results.json. It does not name the application: name the"
                    + " asset when you hand it in.",
            "Veracode, \"Pipeline Scan: results.json\" (docs.veracode.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("pipeline_scan", "findings")
                || probe.hasJson("scan_id", "scan_status", "modules")
                || probe.hasJson("findings[].issue_type", "findings[].cwe_id", "findings[].files.source_file");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, VeracodeScale.SCALE);
        findings.header(DESCRIPTOR, "");
        JsonFile.members(in, (json, name) -> part(json, name, findings));
        findings.finish();
    }

    private static void part(HardenedJson json, String name, ListedFindings findings) throws IOException {
        switch (name) {
            case "findings" -> JsonFile.elements(json, each -> finding(each.place(), each.value(), findings));
            case "scan_status" -> succeeded(json.text());
            default -> json.skip();
        }
    }

    private static void succeeded(String status) {
        if (!status.equals("SUCCESS")) {
            throw ScanUnreadable.because(
                    "The pipeline scan did not come to its end, its status is " + status + ". Run it again.");
        }
    }

    private static void finding(String place, JsonValue finding, ListedFindings findings) {
        JsonValue source = finding.at("files", "source_file");
        String file = VeracodeScale.path("", source.text("file"));
        findings.add(
                new Found(
                        place,
                        "",
                        VeracodeScale.check(finding.text("cwe_id")),
                        file,
                        finding.text("severity"),
                        CvssScores.NONE),
                record -> {
                    HtmlText.Prose prose = HtmlText.read(finding.text("display_text"));
                    return record.title(finding.firstText("issue_type", "title"))
                            .family("static")
                            .description(prose.text())
                            .seeAlso(prose.links())
                            .output(new LabelledLines()
                                    .line("File", file)
                                    .line("Line", source.text("line"))
                                    .line("Function", source.firstText("qualified_function_name", "function_name"))
                                    .line("Attack vector", finding.text("title"))
                                    .line("Issue", finding.text("issue_id"))
                                    .text())
                            .crossReferences(CweList.ofNumber(finding.text("cwe_id")));
                });
    }
}
