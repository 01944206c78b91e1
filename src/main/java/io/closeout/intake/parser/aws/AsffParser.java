package io.closeout.intake.parser.aws;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;

/** Findings as an object's list, as a bare array, one a line, or in an event of EventBridge. */
public final class AsffParser implements ScanParser {

    /** AWS, "Severity" of the Security Finding Format. */
    private static final SeverityScale SCALE = SeverityScale.ofFour().with(Severity.INFO, "informational");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "aws-asff",
            "aws-security-hub",
            "AWS Security Finding Format (ASFF)",
            "Security Hub 2018-10-08: its own controls, Inspector, GuardDuty, Config, Macie; Prowler and Trivy write it as well",
            "aws securityhub get-findings --filters '{\"RecordState\":[{\"Value\":\"ACTIVE\",\"Comparison\":\"EQUALS\"}]}' > findings.json",
            "AWS Security Hub User Guide, \"AWS Security Finding Format (ASFF)\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("Findings[].ProductArn")
                || probe.hasJson("findings[].ProductArn")
                || probe.hasJson("detail.findings[].ProductArn")
                || probe.hasJson("[].ProductArn", "[].GeneratorId")
                || probe.hasJson("ProductArn", "GeneratorId")
                || (probe.hasJson("Findings") && !probe.hasJson("Findings[]"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        AsffFinding finding = new AsffFinding(findings, sink);
        FindingLists.each(in, "ProductArn", finding::take);
        findings.finish();
    }
}
