package io.closeout.intake.parser.github;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.InputStream;

/** Answers of GitHub's GraphQL interface, and arrays of alerts of its REST interface. */
public final class GitHubAlertsParser implements ScanParser {

    /** GitHub, "About code scanning alerts": error, warning and note where a rule has no security severity. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.MEDIUM, "moderate", "warning")
            .with(Severity.HIGH, "error")
            .with(Severity.LOW, "note")
            .with(Severity.INFO, "none");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "github-alerts-json",
            "github",
            "GitHub alerts (JSON)",
            "GitHub.com of 2020 to 2026",
            "gh api --paginate repos/OWNER/REPO/dependabot/alerts > alerts.json, the same with code-scanning/alerts, or the answer of a"
                    + " GraphQL query for vulnerabilityAlerts.",
            "GitHub, \"REST API endpoints for Dependabot alerts\" and \"… for code scanning\" (docs.github.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("data.repository.vulnerabilityAlerts")
                || probe.hasJson("data.repository.search.nodes[].vulnerabilityAlerts")
                || probe.hasJson("data.search.nodes[].vulnerabilityAlerts")
                || probe.hasJson("[].security_advisory", "[].dependency")
                || probe.hasJson("[].rule", "[].most_recent_instance");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, "");
        GitHubAlert alert = new GitHubAlert(findings, sink);
        String repository = repository(in);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                if (json.isArray()) {
                    json.elements(() -> alert.read(json.place(), json.value()));
                } else {
                    walk(json, repository, alert);
                }
            }
        }
        findings.finish();
    }

    /** The name of the one repository that was asked for, which may stand behind its alerts. */
    private static String repository(ScanInput in) throws IOException {
        String[] names = {"", "", ""};
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next() && json.isObject()) {
                json.members(top -> {
                    if (top.equals("data") && json.isObject()) {
                        json.members(data -> {
                            if (data.equals("repository") && json.isObject()) {
                                json.members(name -> note(json, name, names));
                            }
                        });
                    }
                });
            }
        }
        return GitHubAlert.repository(names[0], names[1], names[2]);
    }

    private static void note(HardenedJson json, String name, String[] names) throws IOException {
        switch (name) {
            case "nameWithOwner" -> names[0] = json.text();
            case "url" -> names[1] = json.text();
            case "name" -> names[2] = json.text();
            default -> json.skip();
        }
    }

    private static void walk(HardenedJson json, String repository, GitHubAlert alert) throws IOException {
        json.members(name -> {
            if (name.equals("vulnerabilityAlerts") && json.isObject()) {
                json.members(part -> {
                    if (part.equals("nodes")) {
                        JsonFile.elements(json, each -> alert.dependency(each.place(), repository, each.value()));
                    }
                });
            } else if (name.equals("nodes") && json.isArray()) {
                json.elements(() -> found(json.place(), json.value(), repository, alert));
            } else if (json.isObject()) {
                walk(json, repository, alert);
            }
        });
    }

    /** A repository that a search found. */
    private static void found(String place, JsonValue node, String repository, GitHubAlert alert) {
        String own = GitHubAlert.repository(node.text("nameWithOwner"), node.text("url"), node.text("name"));
        node.items("vulnerabilityAlerts", "nodes")
                .forEach(each -> alert.dependency(place, own.isEmpty() ? repository : own, each));
    }
}
