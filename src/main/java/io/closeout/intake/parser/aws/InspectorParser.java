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

/** Amazon Inspector's findings as its interface lists them: packages, code and open ports. */
public final class InspectorParser implements ScanParser {

    /** AWS, "Understanding severity levels for your Amazon Inspector findings". */
    private static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.INFO, "informational").unrated("untriaged");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "aws-inspector",
            "aws-inspector",
            "Amazon Inspector (JSON)",
            "Amazon Inspector 2",
            "aws inspector2 list-findings > findings.json, or a report of findings exported to S3 as JSON",
            "Amazon Inspector API Reference, \"Finding\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("findings[].findingArn") || probe.hasJson("[].findingArn") || probe.hasJson("findingArn");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        InspectorFinding finding = new InspectorFinding(findings, sink);
        FindingLists.each(in, "findingArn", finding::take);
        findings.finish();
    }
}
