package io.closeout.intake.parser.aws;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One finding, of one of three kinds. */
final class InspectorFinding {

    private static final int LOCATION = 200;

    private final ListedFindings findings;
    private final ScanSink sink;

    InspectorFinding(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void take(String place, JsonValue finding) {
        String status = finding.text("status");
        if (status.equals("SUPPRESSED") || status.equals("CLOSED")) {
            findings.skipped(place, finding.text("title") + " is " + status.toLowerCase(Locale.ROOT));
            return;
        }
        JsonValue resource = finding.items("resources")
                .min(Comparator.comparing(each -> each.text("id")))
                .orElse(JsonValue.NOTHING);
        String asset = asset(resource);
        findings.asset(asset)
                .property("aws-account", finding.text("awsAccountId"))
                .property("aws-region", resource.text("region"))
                .property("aws-type", resource.text("type"));
        findings.add(
                new Found(
                        place,
                        asset,
                        check(finding),
                        location(finding),
                        finding.text("severity"),
                        scores(place, finding)),
                record -> describe(record, finding));
    }

    /** An image goes by its name, which stays, and not by its digest, which every build changes. */
    private static String asset(JsonValue resource) {
        JsonValue image = resource.at("details", "awsEcrContainerImage");
        String tag = image.texts("imageTags").stream().sorted().findFirst().orElse("");
        return image.text("repositoryName").isEmpty() || tag.isEmpty()
                ? resource.text("id")
                : ImageName.of(image.text("registry"), image.text("repositoryName"), tag);
    }

    private static String check(JsonValue finding) {
        JsonValue code = finding.at("codeVulnerabilityDetails");
        return Stream.of(
                        finding.text("packageVulnerabilityDetails", "vulnerabilityId"),
                        code.text("detectorId"),
                        code.text("ruleId"),
                        finding.at("networkReachabilityDetails").isEmpty() ? "" : "network-reachability",
                        finding.text("title"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String location(JsonValue finding) {
        JsonValue network = finding.at("networkReachabilityDetails");
        if (!network.isEmpty()) {
            return network.text("openPortRange", "begin") + "/"
                    + network.text("protocol").toLowerCase(Locale.ROOT);
        }
        String file = finding.text("codeVulnerabilityDetails", "filePath", "filePath");
        String found = file.isEmpty()
                ? packages(finding)
                        .map(each -> each.text("name"))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "))
                : file;
        return found.length() <= LOCATION ? found : found.substring(0, LOCATION);
    }

    private static Stream<JsonValue> packages(JsonValue finding) {
        return finding.items("packageVulnerabilityDetails", "vulnerablePackages");
    }

    private CvssScores scores(String place, JsonValue finding) {
        ScoreList scores = new ScoreList(place, sink);
        JsonValue adjusted = finding.at("inspectorScoreDetails", "adjustedCvss");
        scores.offer(adjusted.text("version"), adjusted.text("score"), adjusted.text("scoringVector"));
        finding.items("packageVulnerabilityDetails", "cvss")
                .forEach(
                        each -> scores.offer(each.text("version"), each.text("baseScore"), each.text("scoringVector")));
        return scores.scores();
    }

    private static ScanRecord.Builder describe(ScanRecord.Builder record, JsonValue finding) {
        JsonValue advice = finding.at("remediation", "recommendation");
        JsonValue details = finding.at("packageVulnerabilityDetails");
        String fixes = packages(finding)
                .filter(each -> !each.text("fixedInVersion").isEmpty())
                .map(each -> "Upgrade " + each.text("name") + " to " + each.text("fixedInVersion") + ".")
                .distinct()
                .collect(Collectors.joining("\n"));
        Stream<String> links = Stream.concat(
                Stream.of(details.text("sourceUrl"), advice.text("Url"), advice.text("url")),
                details.texts("referenceUrls").stream());
        return record.title(finding.text("title"))
                .family(finding.text("type"))
                .description(finding.text("description"))
                .solution(Stream.of(fixes, advice.text("text").equals("None Provided") ? "" : advice.text("text"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .output(output(finding))
                .cves(CveList.in(details.text("vulnerabilityId") + " "
                        + String.join(" ", details.texts("relatedVulnerabilities"))))
                .seeAlso(
                        links.filter(link -> link.startsWith("http")).distinct().toList())
                .crossReferences(cwes(finding));
    }

    private static List<String> cwes(JsonValue finding) {
        String named = String.join(" ", finding.at("codeVulnerabilityDetails").texts("cwes")) + " "
                + finding.at("packageVulnerabilityDetails").at("cwes");
        return CweList.in(named);
    }

    private static String output(JsonValue finding) {
        LabelledLines lines = new LabelledLines();
        packages(finding)
                .forEach(each -> lines.line(
                        "Package",
                        Stream.of(each.text("name"), each.text("version"), each.text("filePath"))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" "))));
        JsonValue network = finding.at("networkReachabilityDetails");
        return lines.range(
                        finding.text("codeVulnerabilityDetails", "filePath", "startLine"),
                        finding.text("codeVulnerabilityDetails", "filePath", "endLine"))
                .line(
                        "Open path",
                        String.join(
                                ", ",
                                network.at("networkPath").isEmpty()
                                        ? List.<String>of()
                                        : network.items("networkPath", "steps")
                                                .map(each -> each.text("componentId"))
                                                .toList()))
                .line("Exploit available", finding.text("exploitAvailable"))
                .line("First observed", finding.text("firstObservedAt"))
                .line("Last observed", finding.text("lastObservedAt"))
                .line("Finding", finding.text("findingArn"))
                .text();
    }
}
