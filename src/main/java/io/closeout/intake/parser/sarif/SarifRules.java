package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of one run, those of the tool itself first, then those of its extensions. */
final class SarifRules {

    private final Component driver = new Component();
    private final List<Component> extensions = new ArrayList<>();

    /** @param id as the results name it */
    record Rule(String id, JsonValue facts) {}

    Component driver() {
        return driver;
    }

    Component addExtension() {
        Component extension = new Component();
        extensions.add(extension);
        return extension;
    }

    /** SARIF 2.1.0 §3.27.5 to §3.27.7: by index, else by id, else by the id that a hierarchical one begins with. */
    Optional<Rule> of(JsonValue result) {
        JsonValue reference = result.at("rule");
        Component component = component(reference.at("toolComponent"));
        String id = id(result);
        Optional<Rule> byIndex = component.at(index(result, reference)).filter(rule -> fits(id, rule));
        return byIndex.isPresent() || id.isEmpty() ? byIndex : named(component, id);
    }

    /** A wrong index must not lend a result the facts of another rule. */
    private static boolean fits(String id, Rule rule) {
        return id.isEmpty() || rule.id().isEmpty() || id.equals(rule.id()) || id.startsWith(rule.id() + "/");
    }

    private Optional<Rule> named(Component first, String id) {
        for (String name = id; !name.isEmpty(); name = parent(name)) {
            Optional<Rule> rule = first.named(name);
            for (int i = -1; rule.isEmpty() && i < extensions.size(); i++) {
                rule = (i < 0 ? driver : extensions.get(i)).named(name);
            }
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private static String parent(String id) {
        return id.substring(0, Math.max(id.lastIndexOf('/'), 0));
    }

    /** As the result itself names its rule; may be empty. */
    static String id(JsonValue result) {
        String id = result.firstText("ruleId", "ruleKey");
        return id.isEmpty() ? result.text("rule", "id") : id;
    }

    private static int index(JsonValue result, JsonValue reference) {
        Double index = result.has("ruleIndex") ? result.number("ruleIndex") : reference.number("index");
        return index == null ? -1 : index.intValue();
    }

    private Component component(JsonValue reference) {
        Double index = reference.number("index");
        if (index != null && index >= 0 && index < extensions.size()) {
            return extensions.get(index.intValue());
        }
        String name = reference.text("name");
        String guid = reference.text("guid");
        return extensions.stream()
                .filter(each -> (!guid.isEmpty() && guid.equals(each.guid))
                        || (guid.isEmpty() && !name.isEmpty() && name.equals(each.name)))
                .findFirst()
                .orElse(driver);
    }

    /** One part of a tool. */
    static final class Component {

        private final List<Rule> rules = new ArrayList<>();
        private final Map<String, Rule> byId = new HashMap<>();
        private String name = "";
        private String guid = "";
        private Optional<JsonValue> messages = Optional.empty();

        void name(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        void guid(String guid) {
            this.guid = guid;
        }

        void messages(JsonValue messages) {
            this.messages = Optional.of(messages);
        }

        Optional<JsonValue> messages() {
            return messages;
        }

        void rule(JsonValue facts) {
            rule("", facts);
        }

        void rule(String key, JsonValue facts) {
            String id = facts.text("id");
            Rule rule = new Rule(id.isEmpty() ? key : id, facts);
            rules.add(rule);
            byId.putIfAbsent(rule.id(), rule);
            byId.putIfAbsent(key, rule);
        }

        private Optional<Rule> at(int index) {
            return index >= 0 && index < rules.size() ? Optional.of(rules.get(index)) : Optional.empty();
        }

        private Optional<Rule> named(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }
}
