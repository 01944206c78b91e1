package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;

/** The report that Checkmarx One's page makes as JSON, in its older and its newer ("improved") layout. */
public final class CheckmarxReportParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkmarx-report-json",
            CheckmarxResults.SCANNER,
            "Checkmarx One report (JSON)",
            "reports of 2022 to 2025",
            "Open the scan's results, then Generate Report, format JSON, all sections and no filter.",
            "Checkmarx, \"Generating a scan report\" (docs.checkmarx.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("reportHeader.projectName")
                || probe.hasJson("scanResults.sast.languages")
                || probe.hasJson("scanResults.resultsList");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        CheckmarxResults results = new CheckmarxResults(DESCRIPTOR, sink);
        CheckmarxReport report = new CheckmarxReport(project(in), results);
        JsonFile.members(in, report::part);
        results.finish();
    }

    /** May stand behind the results. */
    private static String project(ScanInput in) throws IOException {
        String[] project = {""};
        JsonFile.members(in, (json, name) -> {
            if (name.equals("reportHeader") && json.isObject()) {
                project[0] = json.value().text("projectName");
            }
        });
        return project[0];
    }
}
