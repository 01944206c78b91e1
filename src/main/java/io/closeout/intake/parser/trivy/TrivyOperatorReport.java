package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One resource: a report on an image or on a resource of the cluster, or the compliance of the cluster as a whole. */
final class TrivyOperatorReport {

    private static final String LABEL = "trivy-operator.resource.";

    private final ListedFindings findings;
    private final ScanSink sink;

    TrivyOperatorReport(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    /** Members of a resource that was read part by part. */
    static final class Parts {

        private final Map<String, JsonValue> values = new HashMap<>();

        void put(String name, JsonValue value) {
            values.put(name, value);
        }
    }

    void read(String place, Parts parts) {
        JsonValue metadata = parts.values.get("metadata");
        JsonValue report = parts.values.get("report");
        JsonValue status = parts.values.get("status");
        if (metadata != null && report != null) {
            report(place, metadata, report);
        }
        if (metadata != null && status != null) {
            compliance(place, metadata, status);
        }
    }

    void read(String place, JsonValue resource) {
        report(place, resource.at("metadata"), resource.at("report"));
        compliance(place, resource.at("metadata"), resource.at("status"));
    }

    private void report(String place, JsonValue metadata, JsonValue report) {
        String image = image(report);
        String asset = image.isEmpty() ? workload(metadata) : image;
        if (report.has("scanner")) {
            describe(findings.asset(asset), metadata, report);
        }
        report.items("vulnerabilities").forEach(each -> vulnerability(place, asset, each));
        report.items("checks").forEach(each -> check(place, asset, each));
        report.items("secrets").forEach(each -> secret(place, asset, each));
    }

    /** Several reports may speak of one image; only some of them know its system. */
    private static void describe(ScannedHost.Builder asset, JsonValue metadata, JsonValue report) {
        asset.property("seen in", workload(metadata));
        Instant end = Days.moment(report.text("updateTimestamp"));
        if (end != null) {
            asset.end(end);
        }
        if (report.has("os")) {
            asset.operatingSystem((report.text("os", "family") + " " + report.text("os", "name")).strip());
        }
    }

    private static String image(JsonValue report) {
        String repository = report.text("artifact", "repository");
        return repository.isEmpty()
                ? ""
                : ImageName.of(report.text("registry", "server"), repository, report.text("artifact", "tag"));
    }

    private static String workload(JsonValue metadata) {
        JsonValue labels = metadata.at("labels");
        String name = Stream.of("namespace", "kind", "name")
                .map(part -> labels.text(LABEL + part))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return name.isEmpty() ? metadata.text("name") : name;
    }

    private void vulnerability(String place, String asset, JsonValue value) {
        new PackageWeakness(place, asset, value.text("vulnerabilityID"))
                .of(value.text("packagePURL"), value.text("resource"), value.text("installedVersion"))
                .fixedIn(value.text("fixedVersion"))
                .rated(value.text("severity"), scores(place, value))
                .told(value.text("title"), value.text("description"))
                .family(value.firstText("packageType", "class"))
                .links(Stream.concat(Stream.of(value.text("primaryLink")), value.texts("links").stream())
                        .toList())
                .published(Days.day(value.text("publishedDate")))
                .line("Fixed in", value.text("fixedVersion"))
                .line("Target", value.text("target"))
                .line("Path", value.text("packagePath"))
                .line("Score", value.text("score"))
                .addTo(findings);
    }

    /** The lonely score may be of another vendor than the severity, and lower; it serves only where nobody rated. */
    private CvssScores scores(String place, JsonValue value) {
        if (value.has("cvss")) {
            return TrivyVulnerability.scores(value.at("cvss"), place, sink);
        }
        boolean rated =
                !value.text("severity").isEmpty() && !value.text("severity").equals("UNKNOWN");
        return rated
                ? CvssScores.NONE
                : new ScoreList(place, sink).offerV3(value.text("score"), "").scores();
    }

    private void check(String place, String asset, JsonValue value) {
        if (value.text("success").equals("true")) {
            findings.remark(place, TrivyCheckId.of(value.text("checkID")) + " in " + asset + " has passed");
            return;
        }
        failed(place, asset, value, value.text("severity"));
    }

    private void failed(String place, String asset, JsonValue value, String severity) {
        String messages = String.join("\n", value.texts("messages"));
        findings.add(
                new Found(place, asset, TrivyCheckId.of(value.text("checkID")), "", severity, CvssScores.NONE),
                record -> record.title(value.text("title"))
                        .family(value.text("category"))
                        .description(value.text("description"))
                        .solution(value.text("remediation"))
                        .output(messages));
    }

    /** The match comes with its secret masked by Trivy. */
    private void secret(String place, String asset, JsonValue value) {
        findings.add(
                new Found(
                        place,
                        asset,
                        value.text("ruleID"),
                        value.text("target"),
                        value.text("severity"),
                        CvssScores.NONE),
                record -> record.title("Secret in a file: " + value.text("title"))
                        .family("secret")
                        .description("A secret of the kind \"" + value.text("category") + "\" stands in a file.")
                        .solution("Revoke the secret, issue another one, and keep it outside of files that are shared.")
                        .output("Match: " + value.text("match")));
    }

    /** In a summary only the controls are told; in a detailed report each check with its resource. */
    private void compliance(String place, JsonValue metadata, JsonValue status) {
        status.items("detailReport", "results")
                .forEach(control -> control.items("checks").forEach(check -> complianceCheck(place, control, check)));
        status.items("summaryReport", "controlCheck")
                .filter(control -> !control.text("totalFail").matches("0*"))
                .forEach(control -> findings.add(
                        new Found(
                                place,
                                "",
                                metadata.text("name") + " " + control.text("id"),
                                "",
                                control.text("severity"),
                                CvssScores.NONE),
                        record -> record.title(control.text("name"))
                                .family(status.text("summaryReport", "title"))
                                .output("Failed checks: " + control.text("totalFail"))));
    }

    private void complianceCheck(String place, JsonValue control, JsonValue check) {
        String severity = check.text("severity").isEmpty() ? control.text("severity") : check.text("severity");
        if (check.text("success").equals("true")) {
            findings.remark(place, "control " + control.text("id") + " has passed");
        } else {
            failed(place, check.text("target"), check, severity);
        }
    }
}
