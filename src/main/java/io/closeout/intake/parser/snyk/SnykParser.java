package io.closeout.intake.parser.snyk;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The report of {@code snyk test}, {@code snyk container test} and {@code snyk iac test}: of one project, or an array of several. */
public final class SnykParser implements ScanParser {

    static final String SCANNER = "snyk";

    /** Snyk, "Severity levels"; older versions had no critical. */
    static final SeverityScale SCALE = SeverityScale.ofFour();

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "snyk-json",
            SCANNER,
            "Snyk Open Source, Container, IaC (JSON)",
            "Snyk CLI 1.300 to 1.1300",
            "snyk test --all-projects --json-file-output=snyk.json, snyk container test … --json-file-output=snyk.json, or snyk iac test"
                    + " --json-file-output=snyk.json. For Snyk Code use --sarif-file-output.",
            "Snyk, \"Snyk CLI commands\" (docs.snyk.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return isReport(probe, "") || isReport(probe, "[].");
    }

    private static boolean isReport(ScanProbe probe, String in) {
        return probe.hasJson(in + "vulnerabilities[].from", in + "vulnerabilities[].packageName")
                || probe.hasJson(in + "vulnerabilities[].semver", in + "vulnerabilities[].packageName")
                || probe.hasJson(in + "vulnerabilities", in + "dependencyCount", in + "ok")
                || probe.hasJson(in + "infrastructureAsCodeIssues")
                || probe.hasJson(in + "ok", in + "error", in + "path");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        List<SnykProject> projects = projects(in);
        if (projects.size() == 1 && !projects.get(0).error().isEmpty()) {
            throw ScanUnreadable.because(
                    "Snyk did not look at anything: " + projects.get(0).error() + " Put that right and run it again.");
        }
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        int[] number = {0};
        each(in, json -> report(json, projects.get(number[0]++), findings, sink));
        findings.finish();
    }

    private static List<SnykProject> projects(ScanInput in) throws IOException {
        List<SnykProject> projects = new ArrayList<>();
        each(in, json -> projects.add(SnykProject.read(json)));
        return projects;
    }

    private static void each(ScanInput in, JsonFile.ElementReader reader) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            json.entries(() -> reader.element(json));
        }
    }

    private static void report(HardenedJson json, SnykProject project, ListedFindings findings, ScanSink sink)
            throws IOException {
        if (!project.error().isEmpty()) {
            findings.remark(json.place(), "Snyk did not look at " + project.path() + ": " + project.error());
            return;
        }
        if (!project.asset().isEmpty()) {
            findings.asset(project.asset());
        }
        SnykWeakness weakness = new SnykWeakness(project, findings, sink);
        int[] application = {0};
        json.members(member -> {
            switch (member) {
                case "vulnerabilities" -> JsonFile.elements(json, each -> weakness.read(each.place(), each.value()));
                case "infrastructureAsCodeIssues" ->
                    JsonFile.elements(json, each -> weakness.configuration(each.place(), each.value()));
                case "filtered" -> filtered(json, weakness);
                case "applications" ->
                    JsonFile.elements(
                            json, each -> report(each, project.application(application[0]++), findings, sink));
                default -> json.skip();
            }
        });
    }

    private static void filtered(HardenedJson json, SnykWeakness weakness) throws IOException {
        if (json.isObject()) {
            json.members(why -> JsonFile.elements(json, each -> weakness.filtered(each.place(), why, each.value())));
        }
    }
}
