package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;

/** The findings of the REST API, as it answers or cut down to the list itself. */
public final class VeracodeFindingsParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "veracode-findings-json",
            VeracodeScale.SCANNER,
            "Veracode findings of the REST API (JSON)",
            "Findings API v2",
            "GET https://api.veracode.com/appsec/v2/applications/…/findings, one page a file. It names applications by their id only.",
            "Veracode, \"Findings REST API\" (docs.veracode.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("findings[].finding_details", "findings[].scan_type")
                || probe.hasJson("_embedded.findings[].finding_details", "_embedded.findings[].scan_type")
                || (probe.hasJson("_embedded.findings", "_links", "page") && !probe.hasJson("_embedded.findings[]"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, VeracodeScale.SCALE);
        findings.header(DESCRIPTOR, "");
        VeracodeFinding finding = new VeracodeFinding(findings, sink);
        JsonFile.members(in, (json, name) -> {
            if (name.equals("_embedded") && json.isObject()) {
                json.members(inner -> list(json, inner, finding));
            } else {
                list(json, name, finding);
            }
        });
        findings.finish();
    }

    private static void list(HardenedJson json, String name, VeracodeFinding finding) throws IOException {
        if (name.equals("findings")) {
            JsonFile.elements(json, each -> finding.read(each.place(), each.value()));
        }
    }
}
