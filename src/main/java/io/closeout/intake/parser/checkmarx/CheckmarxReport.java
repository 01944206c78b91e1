package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.checkmarx.CheckmarxResults.Place;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.util.List;

/** Sections of the report. A query, a package or a technology is held as a whole, with all of its results. */
final class CheckmarxReport {

    private final String project;
    private final CheckmarxResults results;

    CheckmarxReport(String project, CheckmarxResults results) {
        this.project = project;
        this.results = results;
        results.asset(project);
    }

    void part(HardenedJson json, String name) throws IOException {
        if (!json.isObject()) {
            return;
        }
        switch (name) {
            case "scanResults", "iacScanResults", "scaScanResults", "sast", "sca", "kics" ->
                json.members(inner -> section(json, inner));
            default -> json.skip();
        }
    }

    private void section(HardenedJson json, String name) throws IOException {
        switch (name) {
            case "languages" ->
                JsonFile.elements(
                        json,
                        language -> language.members(member -> {
                            if (member.equals("queries")) {
                                JsonFile.elements(json, each -> query(each.place(), each.value()));
                            }
                        }));
            case "resultsList" -> JsonFile.elements(json, each -> query(each.place(), each.value()));
            case "packages" -> JsonFile.elements(json, each -> dependency(each.place(), each.value()));
            case "technology", "results" -> JsonFile.elements(json, each -> technology(each.place(), each.value()));
            default -> part(json, name);
        }
    }

    private void query(String where, JsonValue query) {
        query.items("vulnerabilities").forEach(result -> {
            String cwe = result.has("cweId") ? result.text("cweId") : query.text("cweId");
            String sink = result.firstText("destinationFileName", "sourceFileName");
            Place place = new Place(
                    where,
                    project,
                    query.text("queryName"),
                    sink.isEmpty() ? CheckmarxTexts.sink(result).text("fileName") : sink,
                    result.text("severity"),
                    state(result));
            results.add(place, record -> record.family(group(query, result))
                    .description(query.text("description"))
                    .output(output(result))
                    .seeAlso(CheckmarxTexts.links(result.text("resultViewerLink"), query.text("queryDescriptionLink")))
                    .crossReferences(CweList.ofNumber(cwe)));
        });
    }

    private static String state(JsonValue result) {
        return result.text("status").equalsIgnoreCase("FIXED") ? "fixed" : result.text("state");
    }

    private static String group(JsonValue query, JsonValue result) {
        String group = result.text("groupName");
        return (group.isEmpty() ? query.text("queryPath") : group).replace('_', ' ');
    }

    private static String output(JsonValue result) {
        LabelledLines lines = result.has("destinationFileName")
                ? new LabelledLines()
                        .line("File", result.text("sourceFileName"))
                        .line("Line", result.text("sourceLine"))
                        .line("Method", result.text("sourceMethod"))
                        .line("Ends in", result.text("destinationFileName"))
                        .line("Line there", result.text("destinationLine"))
                        .line("Object", result.text("destinationNode"))
                : CheckmarxTexts.way(result);
        return lines.line("Status", result.text("status"))
                .line("State", result.text("state"))
                .text();
    }

    private void dependency(String where, JsonValue value) {
        String identifier = value.firstText("name", "packageName");
        value.items("vulnerabilities").forEach(result -> {
            String id = result.firstText("cveName", "cveId", "similarityId");
            String name = CheckmarxTexts.packageName(identifier);
            String version = result.text("version");
            results.add(
                    where,
                    id + " in " + name,
                    state(result),
                    new PackageWeakness(where, project, id)
                            .of("", name, version.isEmpty() ? CheckmarxTexts.packageVersion(identifier) : version)
                            .rated(result.text("severity"), CvssScores.NONE)
                            .told("", result.text("description"))
                            .family("sca")
                            .cwes(List.of(result.text("cwe")))
                            .line("State", result.text("state")));
        });
    }

    /** Infrastructure as code: results by themselves in the older layout, below their query in the newer. */
    private void technology(String where, JsonValue technology) {
        technology
                .items("vulnerabilities")
                .forEach(result -> configuration(where, technology.text("name"), result, result));
        technology.items("queries").forEach(query -> query.items("resultsList")
                .forEach(result -> configuration(where, technology.text("name"), query, result)));
    }

    private void configuration(String where, String technology, JsonValue query, JsonValue result) {
        Place place = new Place(
                where,
                project,
                query.text("queryName"),
                result.text("fileName"),
                result.text("severity"),
                state(result));
        results.add(place, record -> record.family(query.text("category"))
                .synopsis(technology)
                .description(query.text("description"))
                .solution(result.text("expectedValue"))
                .output(new LabelledLines()
                        .line("File", place.path())
                        .line("Found", result.text("actualValue"))
                        .line("State", result.text("state"))
                        .text())
                .seeAlso(CheckmarxTexts.links(result.text("resultViewerLink"))));
    }
}
