package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanTimes;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind the results and belongs to them: texts and figures of the rules, and places that several results share. */
final class FortifyFacts {

    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<String, Map<String, String>> figures = new HashMap<>();
    private final Map<String, Place> nodes = new HashMap<>();
    private final HardenedXml xml;
    private String build = "";
    private @Nullable Instant created;

    private FortifyFacts(HardenedXml xml) {
        this.xml = xml;
    }

    record Texts(String summary, String explanation, String recommendations, String tips) {
        static final Texts NONE = new Texts("", "", "", "");
    }

    record Place(String path, String line) {
        static final Place NONE = new Place("", "");

        /** Of the element {@code SourceLocation} at hand. */
        static Place at(HardenedXml xml) {
            return new Place(attribute(xml, "path"), attribute(xml, "line"));
        }
    }

    static FortifyFacts read(ScanInput in) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            FortifyFacts facts = new FortifyFacts(xml);
            xml.root();
            xml.children(facts::part);
            xml.finish();
            return facts;
        }
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "CreatedTS" -> created = ScanTimes.of(attribute(xml, "date") + " " + attribute(xml, "time"));
            case "Build" ->
                xml.children(child -> {
                    if (child.equals("BuildID")) {
                        build = xml.text().strip();
                    }
                });
            case "UnifiedNodePool" -> xml.children(each -> node());
            case "Description" -> description();
            case "EngineData" ->
                xml.children(child -> {
                    if (child.equals("RuleInfo")) {
                        xml.children(each -> rule());
                    }
                });
            default -> xml.skip();
        }
    }

    private void node() throws IOException {
        String id = attribute(xml, "id");
        xml.children(child -> {
            if (child.equals("SourceLocation")) {
                nodes.put(id, Place.at(xml));
            }
        });
    }

    private void description() throws IOException {
        String id = attribute(xml, "classID");
        Map<String, String> parts = new HashMap<>();
        xml.children(child -> {
            if (child.equals("Tips")) {
                xml.children(each -> parts.merge("Tips", xml.text().strip(), (all, more) -> all + "\n" + more));
            } else {
                parts.put(child, xml.text().strip());
            }
        });
        texts.put(
                id,
                new Texts(
                        parts.getOrDefault("Abstract", ""),
                        parts.getOrDefault("Explanation", ""),
                        parts.getOrDefault("Recommendations", ""),
                        parts.getOrDefault("Tips", "")));
    }

    private void rule() throws IOException {
        Map<String, String> groups = figures.computeIfAbsent(attribute(xml, "id"), id -> new HashMap<>());
        xml.children(meta -> xml.children(group -> {
            String name = attribute(xml, "name");
            groups.put(name, xml.text().strip());
        }));
    }

    private static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text.strip();
    }

    Texts texts(String classId) {
        return texts.getOrDefault(classId, Texts.NONE);
    }

    /** Of a rule, such as {@code Accuracy} or {@code altcategoryCWE}; empty if there is none. */
    String figure(String classId, String name) {
        return figures.getOrDefault(classId, Map.of()).getOrDefault(name, "");
    }

    Place node(String id) {
        return nodes.getOrDefault(id, Place.NONE);
    }

    String build() {
        return build;
    }

    @Nullable
    Instant created() {
        return created;
    }
}
