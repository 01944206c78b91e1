package io.closeout.intake.parser.ocsf;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of the category Findings. One that lists vulnerabilities is a finding for each of them. */
final class OcsfFinding {

    private final ListedFindings findings;
    private final ScanSink sink;

    OcsfFinding(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void take(String place, JsonValue event) {
        if (!event.text("class_uid").startsWith("20")) {
            findings.skipped(
                    place,
                    "an event of the class " + event.firstText("class_name", "class_uid") + ", which is no finding");
            return;
        }
        String settled = settled(event);
        if (settled != null) {
            findings.skipped(place, title(event) + " " + settled);
            return;
        }
        String asset = asset(event);
        JsonValue cloud = event.at("cloud");
        findings.asset(asset)
                .property("cloud-account", cloud.text("account", "uid"))
                .property("cloud-region", cloud.text("region"))
                .property("cloud-type", resource(event).text("type"));
        List<JsonValue> vulnerabilities = event.items("vulnerabilities").toList();
        vulnerabilities.forEach(each -> vulnerable(place, asset, event, each));
        if (vulnerabilities.isEmpty()) {
            findings.add(
                    new Found(place, asset, check(event), "", severity(event), CvssScores.NONE),
                    record -> describe(record, event));
        }
    }

    /** What a tool says that it found settled: by the check's result, the finding's status, or its closing. */
    private static @Nullable String settled(JsonValue event) {
        String result = Stream.of(event.text("status_code"), event.text("compliance", "status"))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
        String status = event.text("status").toLowerCase(Locale.ROOT);
        return switch (result) {
            case "PASS", "PASSED" -> "has passed";
            case "MANUAL", "WARNING", "UNKNOWN" -> "could not be evaluated";
            case "MUTED" -> "is muted";
            default ->
                switch (status) {
                    case "suppressed", "resolved", "archived", "deleted" -> "is " + status;
                    default -> event.text("activity_id").equals("3") ? "is closed" : null;
                };
        };
    }

    private static JsonValue resource(JsonValue event) {
        return resources(event).findFirst().orElse(event.at("resource"));
    }

    /** In an order that no other listing of them changes; the first is the asset. */
    private static Stream<JsonValue> resources(JsonValue event) {
        return event.items("resources").sorted(Comparator.comparing(each -> each.firstText("uid", "name")));
    }

    private static String asset(JsonValue event) {
        JsonValue device = event.at("device");
        String named = resource(event).firstText("uid", "name");
        return named.isEmpty() ? device.firstText("hostname", "name", "uid", "ip") : named;
    }

    private static JsonValue about(JsonValue event) {
        return event.at("finding_info").isEmpty() ? event.at("finding") : event.at("finding_info");
    }

    private static String title(JsonValue event) {
        return about(event).firstText("title", "uid");
    }

    /** Prowler names its check in the metadata; the id of a finding is that of one resource and so none of a check. */
    private static String check(JsonValue event) {
        JsonValue analytic = about(event).at("analytic");
        return Stream.of(
                        event.text("metadata", "event_code"),
                        event.text("compliance", "control"),
                        analytic.firstText("uid", "name"),
                        title(event))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** OCSF, "severity_id". */
    private static String severity(JsonValue event) {
        return switch (event.text("severity_id")) {
            case "0" -> "unknown";
            case "1" -> "informational";
            case "2" -> "low";
            case "3" -> "medium";
            case "4" -> "high";
            case "5" -> "critical";
            case "6" -> "fatal";
            default -> event.text("severity");
        };
    }

    private void vulnerable(String place, String asset, JsonValue event, JsonValue weakness) {
        JsonValue cve = weakness.at("cve");
        ScoreList scores = new ScoreList(place, sink);
        cve.items("cvss")
                .forEach(each ->
                        scores.offer(each.text("version"), each.text("base_score"), each.text("vector_string")));
        JsonValue bundle = Stream.concat(weakness.items("affected_packages"), weakness.items("packages"))
                .findFirst()
                .orElse(JsonValue.NOTHING);
        String id = cve.text("uid").isEmpty() ? weakness.at("advisory").firstText("uid", "title") : cve.text("uid");
        new PackageWeakness(place, asset, id.isEmpty() ? check(event) : id)
                .of(bundle.text("purl"), bundle.text("name"), bundle.text("version"))
                .fixedIn(bundle.text("fixed_in_version"))
                .advice(weakness.text("remediation", "desc"))
                .rated(severity(event), scores.scores())
                .told(weakness.text("title").isEmpty() ? title(event) : weakness.text("title"), weakness.text("desc"))
                .cwes(Stream.of(cve.text("cwe", "uid"), weakness.text("cwe", "uid"))
                        .filter(cwe -> !cwe.isEmpty())
                        .toList())
                .links(weakness.texts("references"))
                .line("First seen", weakness.text("first_seen_time_dt"))
                .addTo(findings);
    }

    private static ScanRecord.Builder describe(ScanRecord.Builder record, JsonValue event) {
        JsonValue remedy = event.at("remediation");
        return record.title(title(event))
                .family(resource(event).text("group", "name"))
                .description(Stream.of(about(event).text("desc"), event.text("risk_details"))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n\n")))
                .solution(remedy.text("desc"))
                .output(new LabelledLines()
                        .line("Found", event.text("status_detail"))
                        .line(
                                "Also",
                                resources(event)
                                        .skip(1)
                                        .map(each -> each.firstText("uid", "name"))
                                        .collect(Collectors.joining(", ")))
                        .line("Region", event.text("cloud", "region"))
                        .line("Account", event.text("cloud", "account", "uid"))
                        .text())
                .seeAlso(Stream.concat(
                                remedy.texts("references").stream(), Stream.of(event.text("unmapped", "related_url")))
                        .filter(link -> link.startsWith("http"))
                        .distinct()
                        .toList())
                .crossReferences(event.at("compliance").texts("requirements"));
    }
}
