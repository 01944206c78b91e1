package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import java.io.IOException;
import java.io.InputStream;

/** Reads a report twice: first what was scanned, which may stand behind its findings, then the findings. */
public final class TrivyParser implements ScanParser {

    static final String SCANNER = "trivy";

    /** Trivy documentation, "Vulnerability", section "Severity Selection". */
    static final SeverityScale SCALE = SeverityScale.ofFour().unrated("unknown");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "trivy-json",
            SCANNER,
            "Trivy (JSON)",
            "Trivy 0.1 to 0.70: image, file system, repository, virtual machine, root file system, configuration and Kubernetes",
            "trivy image --format json --output scan.json NAME; also with fs, repo, config, rootfs, vm, and with k8s --report all."
                    + " Leave --severity and --ignore-unfixed away: what they leave out is not in the file.",
            "Aqua Security, \"Trivy: Reporting\" (trivy.dev)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("ArtifactName", "SchemaVersion")
                || probe.hasJson("ArtifactName", "ArtifactType")
                || probe.hasJson("ClusterName", "Resources")
                || probe.hasJson("ClusterName", "Findings")
                || probe.hasJson("ClusterName", "Vulnerabilities")
                || probe.hasJson("ClusterName", "Misconfigurations")
                || probe.hasJson("[].Target", "[].Vulnerabilities")
                || probe.hasJson("[].Target", "[].Type");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        TrivyOutline outline = new TrivyOutline();
        walk(in, outline);
        ListedFindings findings = new ListedFindings(sink, SCALE);
        outline.describe(findings, DESCRIPTOR);
        walk(in, new TrivyFindings(outline, findings, sink));
        findings.finish();
    }

    private static void walk(ScanInput in, TrivyLayout.Visitor visitor) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            if (!json.next() || !(json.isObject() || json.isArray())) {
                throw ScanUnreadable.because("The file holds no report of Trivy.");
            }
            new TrivyLayout(json, visitor).walk();
            if (json.next()) {
                throw ScanUnreadable.at(json.place(), "a second report begins here. Hand in each by itself.");
            }
        }
    }
}
