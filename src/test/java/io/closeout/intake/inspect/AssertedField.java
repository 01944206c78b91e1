package io.closeout.intake.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others assert of one finding of a file: {@code eq('High', findings[2].severity)}, either way around, for the fields that we keep.
 * Their findings are numbered in their order, which need not be ours.
 *
 * @param finding number in their order
 * @param field one of {@link #FIELDS}
 * @param expected a word for each that must be there
 */
record AssertedField(int finding, String field, List<String> expected) {

    /** Their name, and what it is to us. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("severity", "severity"),
            Map.entry("title", "title"),
            Map.entry("cwe", "cwe"),
            Map.entry("unsaved_cwes", "cwe"),
            Map.entry("vulnerability_ids", "cve"),
            Map.entry("component_name", "component"),
            Map.entry("component_version", "version"),
            Map.entry("file_path", "path"),
            Map.entry("line", "line"),
            Map.entry("host", "location"),
            Map.entry("port", "location"),
            Map.entry("path", "location"));

    private static final Pattern EQUALITY = Pattern.compile("eq\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "(?:str\\()?(?:(?:findings|items)\\[(\\d+)]|locations\\((?:findings|items)\\[(\\d+)]\\)(?:\\[\\d+])?|location|finding)"
                    + "\\.(\\w+)(?:\\[\\d+])?\\)?");
    private static final Pattern NUMBERED = Pattern.compile("(?:findings|items)\\[(\\d+)]");
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+)");

    /** Of a cell of the manifest; what is not understood, or of no interest to us, is left out. */
    static List<AssertedField> in(String cell) {
        List<AssertedField> fields = new ArrayList<>();
        int finding = 0;
        for (String statement : statements(cell)) {
            Matcher numbered = NUMBERED.matcher(statement);
            finding = numbered.find() ? Integer.parseInt(numbered.group(1)) : finding;
            of(statement, finding).ifPresent(fields::add);
        }
        return fields;
    }

    private static Optional<AssertedField> of(String statement, int finding) {
        Matcher equality = EQUALITY.matcher(statement);
        if (!equality.matches()) {
            return Optional.empty();
        }
        List<String> sides = split(equality.group(1), ',');
        if (sides.size() != 2) {
            return Optional.empty();
        }
        return of(sides.get(0), sides.get(1), finding).or(() -> of(sides.get(1), sides.get(0), finding));
    }

    private static Optional<AssertedField> of(String literal, String field, int finding) {
        Matcher named = FIELD.matcher(field);
        List<String> texts = texts(literal);
        if (!named.matches() || texts.isEmpty() || !FIELDS.containsKey(named.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new AssertedField(finding, FIELDS.get(named.group(3)), texts));
    }

    /** The texts and numbers of a literal or a list of them; empty for anything else. */
    private static List<String> texts(String literal) {
        String inner =
                literal.startsWith("[") && literal.endsWith("]") ? literal.substring(1, literal.length() - 1) : literal;
        List<String> texts = new ArrayList<>();
        for (String one : split(inner, ',')) {
            Matcher text = TEXT.matcher(one);
            if (!text.matches()) {
                return List.of();
            }
            texts.add(
                    text.group(3) != null
                            ? text.group(3)
                            : unescaped(text.group(1) != null ? text.group(1) : text.group(2)));
        }
        return texts;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replaceAll("\\\\(['\"\\\\])", "$1");
    }

    private static List<String> statements(String cell) {
        return split(cell, ';');
    }

    /** At separators that stand neither in quotes nor in brackets. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < text.length()) {
                    part.append(c);
                    c = text.charAt(++i);
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
                continue;
            }
            part.append(c);
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(each -> !each.isEmpty()).toList();
    }
}
