package io.closeout.intake.parser.gitlab;

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
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.InputStream;

/** Reports of SAST, DAST, API and secret, dependency and container scanning; before version 2 a bare array of results. */
public final class GitLabParser implements ScanParser {

    /** GitLab, "Security report schemas": Info, Unknown, Low, Medium, High, Critical; {@link GitLabResult} sees to Unknown. */
    private static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.INFO, "info").unrated(GitLabResult.UNRATED);

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "gitlab-security-json",
            "gitlab",
            "GitLab security reports (JSON)",
            "Report schema 2.3 to 15.0",
            "Download the artifact of the job, such as gl-sast-report.json or gl-container-scanning-report.json. Reports of code do not"
                    + " name the project: name the asset when you hand them in. Results without severity are taken as Moderate.",
            "GitLab, \"Security report schemas\" (gitlab.com/gitlab-org/security-products/security-report-schemas)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("vulnerabilities", "scan.scanner")
                || probe.hasJson("vulnerabilities", "scan.type")
                || probe.hasJson("vulnerabilities", "remediations", "version")
                || probe.hasJson("vulnerabilities[].identifiers", "vulnerabilities[].location")
                || probe.hasJson("[].identifiers", "[].location", "[].category");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        GitLabResult result = new GitLabResult(findings, sink);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            json.next();
            if (json.isArray()) {
                results(json, result);
            } else {
                json.members(name -> part(json, name, result));
            }
            if (json.next()) {
                throw ScanUnreadable.at(json.place(), "a second report begins here. Hand in each by itself.");
            }
        }
        result.finish();
    }

    private static void part(HardenedJson json, String name, GitLabResult result) throws IOException {
        switch (name) {
            case "vulnerabilities" -> results(json, result);
            case "scan" -> json.members(part -> scan(json, part, result));
            default -> json.skip();
        }
    }

    private static void scan(HardenedJson json, String name, GitLabResult result) throws IOException {
        switch (name) {
            case "start_time" -> result.started(json.text());
            case "end_time" -> result.ended(json.text());
            case "status" -> result.status(json.place(), json.text());
            case "scanner" -> result.scanner(json.value());
            default -> json.skip();
        }
    }

    private static void results(HardenedJson json, GitLabResult result) throws IOException {
        JsonFile.elements(json, each -> result.read(each.place(), each.value()));
    }
}
