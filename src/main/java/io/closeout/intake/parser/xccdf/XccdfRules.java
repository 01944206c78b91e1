package io.closeout.intake.parser.xccdf;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of the benchmarks in a file, by id; a few kilobytes each. */
final class XccdfRules {

    private static final Pattern STIG_RULE = Pattern.compile("(?:.*_rule_)?SV-(\\d+)r\\d+.*");
    private static final Pattern STIG_GROUP = Pattern.compile("(?:.*_group_)?(V-\\d+)");
    private static final Pattern DISCUSSION = Pattern.compile("<VulnDiscussion>(.*?)</VulnDiscussion>", Pattern.DOTALL);

    private final Map<String, Rule> rules = new HashMap<>();

    /** What a benchmark says of a rule. */
    record Rule(String group, String severity, String title, String description, String fix, List<String> references) {

        static final Rule UNKNOWN = new Rule("", "", "", "", "", List.of());
    }

    Rule get(String id) {
        return rules.getOrDefault(id, Rule.UNKNOWN);
    }

    /** The group of a STIG's rule, which stays over its releases; the rule's own id for all others. */
    String checkId(String rule) {
        Matcher group = STIG_GROUP.matcher(get(rule).group());
        if (group.matches()) {
            return group.group(1);
        }
        Matcher stig = STIG_RULE.matcher(rule);
        return stig.matches() ? "V-" + stig.group(1) : rule;
    }

    static boolean isOfStig(String rule) {
        return STIG_RULE.matcher(rule).matches();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** One {@code Rule}. */
    void read(HardenedXml xml, String group) throws IOException {
        String id = orEmpty(xml.attribute("id"));
        String severity = orEmpty(xml.attribute("severity"));
        Map<String, String> texts = new HashMap<>();
        List<String> references = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "title", "description", "rationale", "fixtext" ->
                    texts.putIfAbsent(name, xml.text().strip());
                case "ident", "reference" -> {
                    String text = xml.text().strip();
                    if (!text.isEmpty() && text.length() < 200 && !text.contains("\n")) {
                        references.add(text);
                    }
                }
                default -> xml.skip();
            }
        });
        rules.put(
                id,
                new Rule(
                        group,
                        severity,
                        HtmlText.plain(texts.getOrDefault("title", "")),
                        description(texts),
                        HtmlText.plain(texts.getOrDefault("fixtext", "")),
                        references.stream().distinct().toList()));
    }

    /** DISA writes elements of its own as text into the description. */
    private static String description(Map<String, String> texts) {
        String description = texts.getOrDefault("description", "");
        Matcher discussion = DISCUSSION.matcher(description);
        String told = discussion.find() ? discussion.group(1) : description;
        String rationale = texts.getOrDefault("rationale", "");
        return HtmlText.plain(rationale.isEmpty() ? told : told + "\n\n" + rationale);
    }
}
