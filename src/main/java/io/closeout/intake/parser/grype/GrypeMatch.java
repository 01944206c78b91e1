package io.closeout.intake.parser.grype;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A vulnerability that matches a package; what the NVD says about it stands beside. */
final class GrypeMatch {

    private final String asset;
    private final ListedFindings findings;
    private final ScanSink sink;

    GrypeMatch(String asset, ListedFindings findings, ScanSink sink) {
        this.asset = asset;
        this.findings = findings;
        this.sink = sink;
    }

    void read(String place, JsonValue match) {
        JsonValue vulnerability = match.at("vulnerability");
        JsonValue artifact = match.at("artifact");
        List<JsonValue> related = match.items("relatedVulnerabilities").toList();
        new PackageWeakness(place, asset, vulnerability.text("id"))
                .aliases(related.stream().map(other -> other.text("id")).toList())
                .of(artifact.text("purl"), artifact.text("name"), artifact.text("version"))
                .fixedIn(fixed(vulnerability))
                .advice(advice(vulnerability.text("fix", "state")))
                .rated(vulnerability.text("severity"), scores(place, vulnerability, related))
                .told("", description(vulnerability, related))
                .family(vulnerability.text("namespace"))
                .cwes(vulnerability.items("cwes").map(cwe -> cwe.text("cwe")).toList())
                .links(links(vulnerability, related))
                .line("Fixed in", fixed(vulnerability))
                .line(
                        "Path",
                        artifact.items("locations")
                                .map(each -> each.text("path"))
                                .collect(Collectors.joining(", ")))
                .line("Source", vulnerability.text("dataSource"))
                .addTo(findings);
    }

    /** {@code fixedInVersion} before Grype 0.10. */
    private static String fixed(JsonValue vulnerability) {
        List<String> versions = vulnerability.texts("fix", "versions");
        return versions.isEmpty() ? vulnerability.text("fixedInVersion") : String.join(", ", versions);
    }

    private static String advice(String state) {
        return switch (state) {
            case "wont-fix" ->
                "The vendor does not intend to fix this; replace the package or reduce the risk otherwise.";
            case "not-fixed" -> "No fix has been released yet.";
            default -> "";
        };
    }

    /** Of the source that matched; else of the others, which are about the same weakness. */
    private CvssScores scores(String place, JsonValue vulnerability, List<JsonValue> related) {
        ScoreList scores = new ScoreList(place, sink);
        Stream.concat(Stream.of(vulnerability), related.stream()).forEach(each -> offer(each, scores));
        return scores.scores();
    }

    /** {@code cvssV2} and {@code cvssV3} before Grype 0.10. */
    private static void offer(JsonValue vulnerability, ScoreList scores) {
        vulnerability
                .items("cvss")
                .forEach(each ->
                        scores.offer(each.text("version"), each.text("metrics", "baseScore"), each.text("vector")));
        scores.offerV2(vulnerability.text("cvssV2", "baseScore"), vulnerability.text("cvssV2", "vector"));
        scores.offerV3(vulnerability.text("cvssV3", "baseScore"), vulnerability.text("cvssV3", "vector"));
    }

    private static String description(JsonValue vulnerability, List<JsonValue> related) {
        return Stream.concat(Stream.of(vulnerability), related.stream())
                .map(each -> each.text("description"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> links(JsonValue vulnerability, List<JsonValue> related) {
        return Stream.concat(Stream.of(vulnerability), related.stream())
                .flatMap(each -> Stream.of(List.of(each.text("dataSource")), each.texts("urls"), each.texts("links"))
                        .flatMap(List::stream))
                .toList();
    }

    void ignored(String place, JsonValue match) {
        findings.remark(
                place,
                match.text("vulnerability", "id") + " in " + match.text("artifact", "name")
                        + " was set aside by a rule of the scan: "
                        + match.items("appliedIgnoreRules")
                                .map(JsonValue::toString)
                                .collect(Collectors.joining(", ")));
    }
}
