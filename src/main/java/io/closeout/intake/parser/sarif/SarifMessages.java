package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What results say: texts, or texts of the rule by id, with arguments filled in. SARIF 2.1.0 §3.11. */
final class SarifMessages {

    /** A link within a text, or a backslash that takes the next bracket for itself. */
    private static final Pattern LINK =
            Pattern.compile("\\\\([\\[\\]\\\\])|\\[((?:[^\\[\\]\\\\]|\\\\.)*+)]\\(([^()\\s]*+)\\)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{(\\d{1,3})}");

    private SarifMessages() {}

    static String of(JsonValue result, Optional<SarifRules.Rule> rule, SarifRules rules) {
        JsonValue message = result.at("message");
        String text = message.isObject() ? message.text("text") : message.text();
        JsonValue formatted = message.isObject() ? message : result.at("formattedRuleMessage");
        if (text.isEmpty()) {
            text = byId(formatted.firstText("id", "messageId", "formatId"), rule, rules);
        }
        if (text.isEmpty()) {
            text = message.firstText("markdown", "richText");
        }
        return withoutLinks(filled(text, formatted.texts("arguments")));
    }

    private static String byId(String id, Optional<SarifRules.Rule> rule, SarifRules rules) {
        if (id.isEmpty()) {
            return "";
        }
        String ofRule = rule.map(SarifRules.Rule::facts)
                .map(facts -> text(facts.at(facts.has("messageStrings") ? "messageStrings" : "messageFormats"), id))
                .orElse("");
        return ofRule.isEmpty()
                ? rules.driver().messages().map(shared -> text(shared, id)).orElse("")
                : ofRule;
    }

    private static String text(JsonValue strings, String id) {
        JsonValue string = strings.at(id);
        return string.isObject() ? string.text("text") : string.text();
    }

    /** Without arguments braces mean themselves. */
    private static String filled(String text, List<String> arguments) {
        if (arguments.isEmpty()) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String number = found.group(1);
            if (number == null) {
                return found.group().substring(1);
            }
            int index = Integer.parseInt(number);
            return Matcher.quoteReplacement(index < arguments.size() ? arguments.get(index) : found.group());
        });
    }

    /** A link to a place of the result keeps its words; one to the web its address too. */
    private static String withoutLinks(String text) {
        return LINK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null ? found.group(1) : words(found.group(2), found.group(3))))
                .strip();
    }

    private static String words(String words, String target) {
        return target.startsWith("http") && !words.equals(target) ? words + " (" + target + ")" : words;
    }
}
