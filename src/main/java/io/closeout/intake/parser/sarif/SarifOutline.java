package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first reading: everything of the runs but their results. What is held grows with rules and files. */
final class SarifOutline {

    private final List<SarifRun> runs = new ArrayList<>();
    private boolean runsSeen;

    boolean hasRuns() {
        return runsSeen;
    }

    List<SarifRun> runs() {
        return runs;
    }

    void read(HardenedJson json) throws IOException {
        json.members(name -> {
            if (name.equals("runs") && json.isArray()) {
                runsSeen = true;
                json.elements(() -> {
                    SarifRun.Builder run = new SarifRun.Builder();
                    json.members(part -> part(json, part, run));
                    runs.add(run.build());
                });
            }
        });
    }

    private static void part(HardenedJson json, String name, SarifRun.Builder run) throws IOException {
        switch (name) {
            case "tool" -> tool(json, run);
            case "rules" -> rulesByKey(json, run);
            case "resources" -> resources(json, run);
            case "artifacts", "files" -> files(json, run);
            case "logicalLocations" -> each(json, run::logicalLocation);
            case "taxonomies" -> each(json, run::taxonomy);
            case "invocations" -> each(json, run::invocation);
            case "invocation" -> run.invocation(json.value());
            case "versionControlProvenance" -> each(json, run::provenance);
            case "originalUriBaseIds" -> json.value().members().forEach(base -> run.base(base.getValue()));
            case "properties" -> run.properties(json.value());
            default -> {}
        }
    }

    private static void tool(HardenedJson json, SarifRun.Builder run) throws IOException {
        if (!json.isObject()) {
            return;
        }
        json.members(name -> {
            switch (name) {
                case "name" -> run.toolName(json.text());
                case "version", "semanticVersion" -> run.toolVersion(json.text());
                case "driver" -> component(json, run, true);
                case "extensions" -> {
                    if (json.isArray()) {
                        json.elements(() -> component(json, run, false));
                    }
                }
                default -> {}
            }
        });
    }

    private static void component(HardenedJson json, SarifRun.Builder run, boolean driver) throws IOException {
        if (!json.isObject()) {
            return;
        }
        SarifRules.Component component = run.component(driver);
        json.members(name -> {
            switch (name) {
                case "name" -> component.name(json.text());
                case "guid" -> component.guid(json.text());
                case "version", "semanticVersion" -> {
                    if (driver) {
                        run.toolVersion(json.text());
                    }
                }
                case "rules" -> each(json, component::rule);
                case "globalMessageStrings" -> component.messages(json.value());
                default -> {}
            }
        });
    }

    /** Versions 1.0 and 2.0 name rules by a key, which is the id unless the rule says otherwise. */
    private static void rulesByKey(HardenedJson json, SarifRun.Builder run) throws IOException {
        if (json.isObject()) {
            SarifRules.Component component = run.component(true);
            json.members(key -> component.rule(key, json.value()));
        } else {
            each(json, run.component(true)::rule);
        }
    }

    private static void resources(HardenedJson json, SarifRun.Builder run) throws IOException {
        if (json.isObject()) {
            json.members(name -> {
                if (name.equals("rules")) {
                    rulesByKey(json, run);
                } else if (name.equals("messageStrings")) {
                    run.component(true).messages(json.value());
                }
            });
        }
    }

    private static void files(HardenedJson json, SarifRun.Builder run) throws IOException {
        each(json, file -> {
            JsonValue location = file.at("location");
            run.file(location.isEmpty() ? file.text("fileLocation", "uri") : location.text("uri"));
        });
    }

    private static void each(HardenedJson json, Taker taker) throws IOException {
        if (json.isArray()) {
            json.elements(() -> taker.take(json.value()));
        }
    }

    /** Takes one element of a list. */
    @FunctionalInterface
    private interface Taker {
        void take(JsonValue element);
    }
}
