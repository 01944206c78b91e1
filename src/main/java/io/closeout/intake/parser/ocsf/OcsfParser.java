package io.closeout.intake.parser.ocsf;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.InputStream;

/** Events of the category Findings: one, a list, or one a line. */
public final class OcsfParser implements ScanParser {

    /** OCSF, "severity_id": Fatal asks for action at once and at any cost. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.CRITICAL, "fatal")
            .with(Severity.INFO, "informational")
            .unrated("unknown");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "ocsf-json",
            "ocsf",
            "OCSF findings (JSON)",
            "OCSF 1.0 to 1.5: Vulnerability, Compliance, Detection and Security Finding; Prowler 4 and 5",
            "prowler aws --output-formats json-ocsf; Amazon Security Lake, Security Hub",
            "OCSF Schema, category Findings (schema.ocsf.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("[].class_uid", "[].finding_info")
                || probe.hasJson("class_uid", "finding_info")
                || probe.hasJson("[].class_uid", "[].finding")
                || probe.hasJson("class_uid", "finding");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        OcsfFinding finding = new OcsfFinding(findings, sink);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            json.entries(() -> one(json, finding));
        }
        findings.finish();
    }

    private static void one(HardenedJson json, OcsfFinding finding) throws IOException {
        String place = json.place();
        finding.take(place, json.value());
    }
}
