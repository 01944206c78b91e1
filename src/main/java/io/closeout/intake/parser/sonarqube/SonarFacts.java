package io.closeout.intake.parser.sonarqube;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a file says beside its findings, mostly behind them, so it is read first. */
final class SonarFacts {

    static final Rule UNKNOWN = new Rule("", new HtmlText.Prose("", List.of()));

    private final Map<String, Rule> rules = new HashMap<>();
    private String project = "";
    private String total = "";

    private SonarFacts() {}

    /** @param description empty in lists of the web API */
    record Rule(String name, HtmlText.Prose description) {}

    static SonarFacts read(ScanInput in) throws IOException {
        SonarFacts facts = new SonarFacts();
        JsonFile.members(in, facts::note);
        return facts;
    }

    private void note(HardenedJson json, String name) throws IOException {
        switch (name) {
            case "sonarComponent" -> project = json.text();
            case "projectName" -> project = project.isEmpty() ? json.text() : project;
            case "paging" -> total = json.isObject() ? json.value().text("total") : "";
            case "rules" -> rules(json);
            default -> json.skip();
        }
    }

    /** A list in the web API, by key in sonar-report. */
    private void rules(HardenedJson json) throws IOException {
        if (json.isObject()) {
            json.members(key -> rule(key, json.value()));
        } else {
            JsonFile.elements(json, each -> {
                JsonValue rule = each.value();
                rule(rule.text("key"), rule);
            });
        }
    }

    private void rule(String key, JsonValue rule) {
        rules.put(key, new Rule(rule.text("name"), HtmlText.read(rule.text("htmlDesc"))));
    }

    Rule rule(String key) {
        return rules.getOrDefault(key, UNKNOWN);
    }

    /** Of all findings of the file; empty in lists of the web API, where each finding names its own. */
    String project() {
        return project;
    }

    /** How many findings there are on all pages together; empty if the file does not say. */
    String total() {
        return total;
    }
}
