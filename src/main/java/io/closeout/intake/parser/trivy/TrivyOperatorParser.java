package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/** Reports that Trivy's operator keeps as resources of a cluster, one by one, as a list of kubectl, or by kind. */
public final class TrivyOperatorParser implements ScanParser {

    private static final String GROUP = "aquasecurity.github.io";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "trivy-operator-json",
            TrivyParser.SCANNER,
            "Trivy Operator (JSON)",
            "Trivy Operator 0.1 to 0.30",
            "kubectl get vulnerabilityreports,configauditreports,exposedsecretreports,rbacassessmentreports,"
                    + "infraassessmentreports --all-namespaces --output json; also clustercompliancereports",
            "Aqua Security, \"Trivy Operator: Custom Resource Definitions\" (aquasecurity.github.io/trivy-operator)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return Stream.of("apiVersion", "[].apiVersion", "items[].apiVersion")
                        .anyMatch(path -> probe.jsonText(path).startsWith(GROUP))
                || Stream.of("vulnerability", "configaudit", "exposedsecret", "clustercompliance", "rbacassessment")
                        .anyMatch(kind -> probe.hasJson(kind + "reports." + GROUP));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            ListedFindings findings = new ListedFindings(sink, TrivyParser.SCALE);
            findings.header(DESCRIPTOR, "");
            TrivyOperatorReport report = new TrivyOperatorReport(findings, sink);
            while (json.next()) {
                reports(json, report);
            }
            findings.finish();
        }
    }

    private static void reports(HardenedJson json, TrivyOperatorReport report) throws IOException {
        if (json.isArray()) {
            json.elements(() -> report.read(json.place(), json.value()));
        } else if (json.isObject()) {
            members(json, report);
        }
    }

    /** A report is an object of a known size; a list of them, or lists by kind, are not. */
    private static void members(HardenedJson json, TrivyOperatorReport report) throws IOException {
        String place = json.place();
        TrivyOperatorReport.Parts parts = new TrivyOperatorReport.Parts();
        json.members(name -> {
            if (name.equals("items") || name.endsWith("." + GROUP)) {
                reports(json, report);
            } else {
                parts.put(name, json.value());
            }
        });
        report.read(place, parts);
    }
}
