package io.closeout.intake.parser.checkov;

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
import java.io.InputStream;

/** One report, or one for each kind of code in an array. */
public final class CheckovParser implements ScanParser {

    /** Prisma Cloud, "Severities of policies"; Checkov rates nothing unless it is connected to it. */
    private static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.MEDIUM, "moderate").with(Severity.INFO, "info", "informational");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkov-json",
            "checkov",
            "Checkov (JSON)",
            "Checkov 1.0 to 3.2",
            "checkov --directory . --output json > scan.json. Without a key of Prisma Cloud it rates nothing: such results are taken"
                    + " as Moderate. It does not name the project: name the asset when you hand it in.",
            "Prisma Cloud, \"Checkov: Reviewing scan results\" (checkov.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("check_type", "results")
                || probe.hasJson("[].check_type", "[].results")
                || probe.hasJson("checkov_version", "passed")
                || probe.hasJson("[].checkov_version", "[].passed");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        CheckovCheck reader = new CheckovCheck(findings, sink);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            json.entries(() -> report(json, reader));
        }
        findings.finish();
    }

    private static void report(HardenedJson json, CheckovCheck reader) throws IOException {
        json.members(name -> {
            if (name.equals("results") && json.isObject()) {
                json.members(kind -> results(json, kind, reader));
            }
        });
    }

    private static void results(HardenedJson json, String kind, CheckovCheck reader) throws IOException {
        switch (kind) {
            case "failed_checks" -> JsonFile.elements(json, each -> reader.failed(each.place(), each.value()));
            case "passed_checks" -> JsonFile.elements(json, each -> reader.passed(each.place(), each.value()));
            case "skipped_checks" -> JsonFile.elements(json, each -> reader.suppressed(each.place(), each.value()));
            case "parsing_errors" -> JsonFile.elements(json, each -> reader.notParsed(each.place(), each.text()));
            default -> json.skip();
        }
    }
}
