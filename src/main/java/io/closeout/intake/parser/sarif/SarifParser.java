package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.util.List;

/** SARIF logs. The scanner is the tool that the file names; a file of several tools is a scanner of its own (ADR 0026). */
public final class SarifParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "sarif",
            "sarif",
            "SARIF (any tool of static analysis)",
            "SARIF 2.1.0; also 1.0, 2.0 and 2.2",
            "Let the tool write SARIF, such as codeql database analyze --format=sarif-latest, semgrep --sarif, trivy --format sarif."
                    + " The scanner is the tool that the file names. Severity is the rule's security-severity where there is one, else the"
                    + " level: error is High, warning Moderate, note Low, none informational. Hand in one file for each tool, or"
                    + " always the same tools in one file.",
            "OASIS, \"Static Analysis Results Interchange Format (SARIF) Version 2.1.0\" (docs.oasis-open.org/sarif)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.jsonText("$schema").contains("sarif")
                || (probe.hasJson("runs")
                        && (probe.hasJson("runs[].tool")
                                || probe.hasJson("runs[].results")
                                || probe.jsonText("version").matches("[12]\\.\\d.*")));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        List<SarifRun> runs = runs(in);
        SarifTools tools = SarifTools.of(runs);
        sink.header(new ScanHeader(
                tools.scanner(),
                DESCRIPTOR.format(),
                "",
                tools.asPolicy(),
                new CheckSelection.Builder().build(),
                PortRange.of("")));
        SarifHosts hosts = new SarifHosts();
        results(in, runs, new SarifResults(sink, tools, hosts));
        runs.stream()
                .filter(run -> run.namesItsAsset() || hosts.isEmpty())
                .forEach(run -> hosts.seen(run.asset(), run));
        hosts.handTo(sink);
    }

    private static List<SarifRun> runs(ScanInput in) throws IOException {
        SarifOutline outline = new SarifOutline();
        try (HardenedJson json = HardenedJson.open(in.open())) {
            json.next();
            outline.read(json);
            while (json.next()) {
                json.skip();
            }
        }
        if (!outline.hasRuns()) {
            throw ScanUnreadable.because("The file has no runs, so it is no complete SARIF log. Export it again.");
        }
        return outline.runs();
    }

    private static void results(ScanInput in, List<SarifRun> runs, SarifResults results) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            json.next();
            json.members(name -> {
                if (name.equals("runs") && json.isArray()) {
                    int[] number = {0};
                    json.elements(() -> results.ofRun(json, runs.get(number[0]++)));
                } else if (name.startsWith("inlineExternalPropert") && json.isArray()) {
                    json.elements(() -> results.outsideOfRuns(json));
                }
            });
        }
    }
}
