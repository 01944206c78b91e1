package io.closeout.intake.web.tables;

import io.closeout.intake.parser.TableShape;
import io.closeout.intake.parser.generic.DateOrder;
import io.closeout.intake.parser.generic.TableField;
import io.closeout.intake.parser.generic.TableLayout;
import io.closeout.intake.parser.generic.TableLook;
import io.closeout.intake.parser.generic.TableWords;
import io.closeout.intake.tables.OwnTable;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A description of a table as its page sends and shows it. Empty texts stand for what was not chosen.
 *
 * @param columns the column of each field; empty for fields that the table does not have
 * @param words what each word for a severity means: the name of a severity, or {@link #LEFT_OUT}
 * @param ended words of the state, one a line
 * @param separator the character, {@code tab}, or empty
 */
record TableForm(
        String name,
        int version,
        String sheet,
        String separator,
        String charset,
        Map<TableField, String> columns,
        String always,
        Map<String, String> words,
        String ended,
        DateOrder order,
        boolean newIdentity) {

    static final String LEFT_OUT = "LEFT_OUT";

    private static final String TAB = "tab";
    private static final Set<String> USUAL_ENDS = Set.of(
            "closed",
            "fixed",
            "resolved",
            "remediated",
            "done",
            "complete",
            "completed",
            "mitigated",
            "false positive");

    /** As the browser sent it: {@code column.TITLE}, {@code word.0} with {@code meaning.0}. */
    static TableForm of(Map<String, String> sent) {
        Map<TableField, String> columns = new EnumMap<>(TableField.class);
        for (TableField field : TableField.values()) {
            columns.put(field, sent.getOrDefault("column." + field, ""));
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; sent.containsKey("word." + i); i++) {
            words.put(sent.getOrDefault("word." + i, ""), sent.getOrDefault("meaning." + i, ""));
        }
        return new TableForm(
                sent.getOrDefault("name", ""),
                number(sent.getOrDefault("version", "")),
                sent.getOrDefault("sheet", ""),
                sent.getOrDefault("separator", ""),
                sent.getOrDefault("charset", ""),
                columns,
                sent.getOrDefault("always", ""),
                words,
                sent.getOrDefault("ended", ""),
                order(sent.getOrDefault("order", "")),
                sent.containsKey("newIdentity"));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static DateOrder order(String text) {
        return Arrays.stream(DateOrder.values())
                .filter(order -> order.name().equals(text))
                .findFirst()
                .orElse(DateOrder.YEAR_MONTH_DAY);
    }

    /** What can be told from names and words of the table itself. */
    static TableForm proposed(String name, TableLook look) {
        Map<TableField, String> columns = new EnumMap<>(TableField.class);
        for (TableField field : TableField.values()) {
            columns.put(field, field.among(look.columns()).orElse(""));
        }
        return new TableForm(
                        name,
                        0,
                        Optional.ofNullable(look.sheet()).orElse(""),
                        "",
                        "",
                        columns,
                        "",
                        Map.of(),
                        look.words(columns.getOrDefault(TableField.STATE, "")).stream()
                                .filter(word -> USUAL_ENDS.contains(word.toLowerCase(Locale.ROOT)))
                                .collect(Collectors.joining("\n")),
                        DateOrder.YEAR_MONTH_DAY,
                        false)
                .withWordsOf(look);
    }

    static TableForm of(OwnTable table) {
        TableLayout layout = table.layout();
        Map<TableField, String> columns = new EnumMap<>(TableField.class);
        for (TableField field : TableField.values()) {
            columns.put(field, layout.fields().getOrDefault(field, ""));
        }
        Map<String, String> words = new TreeMap<>();
        layout.words().severities().forEach((word, severity) -> words.put(word, severity.name()));
        layout.words().leftOut().forEach(word -> words.put(word, LEFT_OUT));
        return new TableForm(
                table.name(),
                table.version(),
                Optional.ofNullable(layout.sheet()).orElse(""),
                Optional.ofNullable(layout.separator())
                        .map(character -> character == '\t' ? TAB : character.toString())
                        .orElse(""),
                Optional.ofNullable(layout.charset()).orElse(""),
                columns,
                Optional.ofNullable(layout.always()).map(Severity::name).orElse(""),
                words,
                String.join("\n", layout.words().ended()),
                layout.words().order(),
                false);
    }

    /** With every word that the chosen column has, and what it probably means. */
    TableForm withWordsOf(TableLook look) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String word : look.words(columns.getOrDefault(TableField.SEVERITY, ""))) {
            String known = words.getOrDefault(word, words.getOrDefault(word.toLowerCase(Locale.ROOT), ""));
            all.put(word, known.isEmpty() ? usual(word) : known);
        }
        words.forEach((word, meaning) -> {
            if (!meaning.isEmpty() && all.keySet().stream().noneMatch(word::equalsIgnoreCase)) {
                all.put(word, meaning);
            }
        });
        return new TableForm(name, version, sheet, separator, charset, columns, always, all, ended, order, newIdentity);
    }

    private static String usual(String word) {
        return Optional.ofNullable(TableWords.usual(word)).map(Severity::name).orElse("");
    }

    @Nullable
    String sheetOrNull() {
        return sheet.isEmpty() ? null : sheet;
    }

    TableShape shape() {
        return new TableShape(List.of(), character(), charset.isEmpty() ? null : encoding());
    }

    private @Nullable Character character() {
        return separator.equals(TAB) ? Character.valueOf('\t') : separator.isEmpty() ? null : separator.charAt(0);
    }

    private Charset encoding() {
        if (!Charset.isSupported(charset)) {
            throw Refused.because("The encoding \"" + charset + "\" is not known.");
        }
        return Charset.forName(charset);
    }

    /**
     * @param names of all columns
     * @param list as in {@link TableLayout}
     * @param oneOfSeveralSheets whether the sheet matters
     */
    TableLayout layout(List<String> names, @Nullable List<String> list, boolean oneOfSeveralSheets) {
        Map<TableField, String> chosen = new EnumMap<>(TableField.class);
        columns.forEach((field, column) -> {
            if (!column.isEmpty()) {
                chosen.put(field, column);
            }
        });
        return new TableLayout(
                names,
                list,
                oneOfSeveralSheets ? sheetOrNull() : null,
                chosen,
                always.isEmpty() ? null : severity(always),
                tableWords(),
                character(),
                charset.isEmpty() ? null : encoding().name());
    }

    private TableWords tableWords() {
        Map<String, Severity> severities = new TreeMap<>();
        Set<String> leftOut = new TreeSet<>();
        words.forEach((word, meaning) -> {
            if (meaning.equals(LEFT_OUT)) {
                leftOut.add(word);
            } else if (!meaning.isEmpty()) {
                severities.put(word, severity(meaning));
            }
        });
        return new TableWords(
                severities,
                leftOut,
                ended.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet()),
                order);
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.because("There is no severity \"" + word + "\"."));
    }

    /** @throws Refused if a word of the file means nothing yet */
    void mustSayWhatEachWordMeans() {
        List<String> open = words.entrySet().stream()
                .filter(word -> word.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!open.isEmpty()) {
            throw Refused.because("Say what these words for severities mean, or that their rows are left out: "
                    + String.join(", ", open) + ".");
        }
    }
}
