package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a result and its rule say. */
final class SarifRecord {

    private static final JsonValue NOTHING = JsonValue.empty();

    private final JsonValue result;
    private final JsonValue rule;
    private final SarifRun run;
    private final String message;

    SarifRecord(JsonValue result, Optional<SarifRules.Rule> rule, SarifRun run, String message) {
        this.result = result;
        this.rule = rule.map(SarifRules.Rule::facts).orElse(NOTHING);
        this.run = run;
        this.message = message;
    }

    ScanRecord of(Sighting sighting, String places) {
        String help = text(rule.at("help"));
        String fixes = fixes();
        return ScanRecord.of(sighting)
                .title(title())
                .family(rule.text("properties", "category"))
                .cvss(cvss())
                .synopsis(text(rule.at("shortDescription")))
                .description(description(fixes.isEmpty() ? "" : help))
                .solution(fixes.isEmpty() ? help : fixes)
                .output(joined(message, places, result.lines("properties")))
                .cves(CveList.in(namesOf(sighting.checkId())))
                .seeAlso(links())
                .crossReferences(weaknesses(sighting.checkId()))
                .build();
    }

    private String title() {
        return Stream.of(
                        text(rule.at("shortDescription")), rule.text("name"), text(rule.at("fullDescription")), message)
                .filter(text -> !text.isEmpty())
                .map(text -> text.lines().findFirst().orElse(""))
                .findFirst()
                .orElse("");
    }

    private String description(String help) {
        String full = text(rule.at("fullDescription"));
        return joined(full.isEmpty() ? message : full, help);
    }

    /** An object with a text, Markdown if there is nothing else, or, in version 1.0, the text itself. */
    private static String text(JsonValue message) {
        return message.isObject() ? message.firstText("text", "markdown") : message.text();
    }

    private String fixes() {
        return result.items("fixes")
                .map(fix -> text(fix.at("description")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Snyk gives CVSS beside the level. */
    private CvssScores cvss() {
        return Stream.of(result, rule)
                .map(facts -> facts.at("properties"))
                .filter(facts -> facts.number("cvssv3_baseScore") != null)
                .findFirst()
                .map(facts -> new CvssScores(null, null, facts.number("cvssv3_baseScore"), null, null, null))
                .orElse(CvssScores.NONE);
    }

    private List<String> links() {
        return Stream.concat(Stream.of(rule.text("helpUri")), rule.texts("properties", "references").stream())
                .filter(link -> link.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Ids stand in the rule's id and name, in tags, and in properties named for them; other texts only mention some. */
    private String namesOf(String checkId) {
        return checkId + " " + rule.text("name") + " " + tagged("cve");
    }

    private String tagged(String catalogue) {
        return Stream.of(rule, result)
                .flatMap(facts ->
                        Stream.concat(facts.texts("properties", "tags").stream(), properties(facts, catalogue)))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> properties(JsonValue facts, String catalogue) {
        return facts.members("properties")
                .filter(member -> member.getKey().toLowerCase(Locale.ROOT).contains(catalogue))
                .map(Map.Entry::getValue)
                .map(value -> value.text().isEmpty() ? value.toString() : value.text());
    }

    private List<String> weaknesses(String checkId) {
        Stream<String> named = CweList.in(checkId + " " + tagged("cwe")).stream();
        Stream<String> related = Stream.concat(
                        rule.items("relationships").map(relation -> relation.at("target")), result.items("taxa"))
                .flatMap(taxon -> taxon(taxon).stream());
        return Stream.concat(named, related).distinct().toList();
    }

    private List<String> taxon(JsonValue reference) {
        JsonValue catalogue = catalogue(reference.at("toolComponent"));
        String name = reference.text("toolComponent", "name") + catalogue.text("name");
        if (!name.toUpperCase(Locale.ROOT).contains("CWE")) {
            return List.of();
        }
        Double index = reference.number("index");
        String id = reference.text("id").isEmpty() && index != null
                ? catalogue
                        .items("taxa")
                        .skip(Math.max(0, index.longValue()))
                        .findFirst()
                        .map(taxon -> taxon.text("id"))
                        .orElse("")
                : reference.text("id");
        return CweList.ofNumber(id.replace("CWE-", ""));
    }

    private JsonValue catalogue(JsonValue component) {
        Double index = component.number("index");
        return index != null && index >= 0 && index < run.taxonomies().size()
                ? run.taxonomies().get(index.intValue())
                : NOTHING;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining("\n\n"));
    }
}
