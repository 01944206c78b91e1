package io.closeout.intake.parser.npm;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;

/** The report of npm, in its layouts of before and since npm 7; pnpm and audit-ci write the older one. */
public final class NpmAuditParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "npm-audit-json",
            NpmAdvisory.SCANNER,
            "npm audit, pnpm audit (JSON)",
            "npm 6 to 11, pnpm 5 to 10",
            "npm audit --json > audit.json, or pnpm audit --json > audit.json. It does not name the project: name the asset when"
                    + " you hand it in.",
            "npm, \"npm-audit\" (docs.npmjs.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("auditReportVersion")
                || probe.hasJson("audit.auditReportVersion")
                || probe.hasJson("advisories", "metadata")
                || probe.hasJson("advisories", "actions")
                || probe.hasJson("error.code", "error.summary");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, NpmAdvisory.SCALE);
        findings.header(DESCRIPTOR, "");
        NpmAdvisory advisory = new NpmAdvisory(findings, sink);
        JsonFile.members(in, (json, name) -> part(json, name, advisory));
        findings.finish();
    }

    private static void part(HardenedJson json, String name, NpmAdvisory advisory) throws IOException {
        switch (name) {
            case "advisories" -> json.members(id -> advisory.read(json.place(), json.value()));
            case "vulnerabilities" -> json.members(module -> advisory.readPackage(json.place(), json.value()));
            case "audit" -> json.members(inner -> part(json, inner, advisory));
            case "error" -> throw failed(json.value());
            default -> json.skip();
        }
    }

    private static ScanUnreadable failed(JsonValue error) {
        return ScanUnreadable.because("npm did not audit anything: " + error.text("summary") + " (" + error.text("code")
                + "). Put that right and run it again.");
    }
}
