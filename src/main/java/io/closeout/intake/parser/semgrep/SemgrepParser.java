package io.closeout.intake.parser.semgrep;

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

/** The report of {@code semgrep scan}, and the list of findings that the Semgrep platform hands out. */
public final class SemgrepParser implements ScanParser {

    /** Semgrep, "Rule syntax": ERROR, WARNING and INFO are the older words for high, medium and low. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.HIGH, "error")
            .with(Severity.MEDIUM, "warning")
            .with(Severity.LOW, "info");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "semgrep-json",
            "semgrep",
            "Semgrep (JSON)",
            "Semgrep 0.65 to 1.100",
            "semgrep scan --json --output scan.json, or the findings of the platform's web API. The report of the program does not name"
                    + " the project: name the asset when you hand it in.",
            "Semgrep, \"JSON and SARIF fields\" and \"Semgrep Web API\" (semgrep.dev)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("results[].check_id", "results[].path")
                || probe.hasJson("errors", "paths.scanned")
                || probe.hasJson("errors[].code", "errors[].level", "errors[].type")
                || isEmpty(probe)
                || probe.hasJson("findings[].rule_name", "findings[].match_based_id");
    }

    private static boolean isEmpty(ScanProbe probe) {
        return probe.hasJson("results", "errors") && !probe.hasJson("results[]") && !probe.hasJson("metrics");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        SemgrepResult result = new SemgrepResult(findings);
        SemgrepFinding finding = new SemgrepFinding(findings);
        JsonFile.members(in, (json, name) -> part(json, name, result, finding));
        findings.finish();
    }

    private static void part(HardenedJson json, String name, SemgrepResult result, SemgrepFinding finding)
            throws IOException {
        switch (name) {
            case "results" -> JsonFile.elements(json, each -> result.read(each.place(), each.value()));
            case "errors" -> JsonFile.elements(json, each -> result.error(each.place(), each.value()));
            case "findings" -> JsonFile.elements(json, each -> finding.read(each.place(), each.value()));
            default -> json.skip();
        }
    }
}
