package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.checkmarx.CheckmarxResults.Place;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;

/** One result of Checkmarx One, whichever engine found it. */
final class CheckmarxOneResult {

    private final CheckmarxResults results;
    private final ScanSink sink;

    CheckmarxOneResult(CheckmarxResults results, ScanSink sink) {
        this.results = results;
        this.sink = sink;
    }

    void read(String where, JsonValue result) {
        if (result.has("data", "packageIdentifier") || result.has("data", "packageName")) {
            dependency(where, result);
        } else {
            code(where, result);
        }
    }

    private void code(String where, JsonValue result) {
        JsonValue data = result.at("data");
        String file = data.firstText("fileName", "filename");
        Place place = new Place(
                where,
                "",
                data.firstText("queryName", "ruleName", "ruleId"),
                file.isEmpty() ? CheckmarxTexts.sink(data).text("fileName") : file,
                result.text("severity"),
                state(result));
        results.add(place, record -> record.family(family(result))
                .synopsis(data.text("languageName"))
                .description(result.text("description"))
                .solution(solution(data))
                .output(output(result, data, place.path()))
                .crossReferences(CweList.ofNumber(result.text("vulnerabilityDetails", "cweId"))));
    }

    private static String state(JsonValue result) {
        return result.text("status").equalsIgnoreCase("FIXED") ? "fixed" : result.text("state");
    }

    private static String family(JsonValue result) {
        String group = result.text("data", "group").replaceFirst(" \\[Taken from .*", "");
        return group.isEmpty() ? result.text("type") : group.replace('_', ' ');
    }

    /** Infrastructure as code says how it should be, secrets how to be rid of them. */
    private static String solution(JsonValue data) {
        String expected = data.text("expectedValue");
        return expected.isEmpty() ? data.text("remediation") : expected;
    }

    private static String output(JsonValue result, JsonValue data, String file) {
        LabelledLines lines = data.at("nodes").isArray()
                ? CheckmarxTexts.way(data)
                : new LabelledLines().line("File", file).line("Line", data.text("line"));
        return lines.line("Found", data.text("value"))
                .line("Status", result.text("status"))
                .line("State", result.text("state"))
                .line("First found", result.text("firstFoundAt"))
                .text();
    }

    private void dependency(String where, JsonValue result) {
        JsonValue data = result.at("data");
        JsonValue details = result.at("vulnerabilityDetails");
        String identifier = data.text("packageIdentifier");
        String name = data.has("packageName") ? data.text("packageName") : CheckmarxTexts.packageName(identifier);
        String version =
                data.has("packageVersion") ? data.text("packageVersion") : CheckmarxTexts.packageVersion(identifier);
        String cve = details.text("cveName");
        String id = cve.isEmpty() ? result.firstText("cveId", "id", "similarityId") : cve;
        CvssScores scores = new ScoreList(where, sink)
                .offer(details.text("cvss", "version"), details.text("cvssScore"), "")
                .scores();
        results.add(
                where,
                id + " in " + name,
                state(result),
                new PackageWeakness(where, image(data), id)
                        .of("", name, version)
                        .fixedIn(data.text("recommendedVersion"))
                        .advice(data.text("recommendations"))
                        .rated(result.text("severity"), scores)
                        .told("", result.text("description"))
                        .family(result.text("type"))
                        .cwes(List.of(details.text("cweId")))
                        .links(data.items("packageData")
                                .map(link -> link.text("url"))
                                .toList())
                        .line("Needed", data.text("scaPackageData", "typeOfDependency"))
                        .line("State", result.text("state"))
                        .line("First found", result.text("firstFoundAt")));
    }

    /** Empty for what is no image. */
    private static String image(JsonValue data) {
        return ImageName.of("", data.text("imageName"), data.text("imageTag"));
    }
}
