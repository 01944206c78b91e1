package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.TableShape;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a table or a list in JSON: which column means what.
 *
 * @param columns all of a table, as it names them; of a list, dotted paths of its members
 * @param list where the list stands in a JSON file, from name to name; null for a table, empty for a file that is the list
 * @param sheet the only one of a workbook that is meant; null for any
 * @param fields the column of each field that the table has
 * @param always severity of every entry, if no column tells
 * @param separator between cells of a table; null to find it
 * @param charset name of the encoding; null to find it
 */
public record TableLayout(
        List<String> columns,
        @Nullable List<String> list,
        @Nullable String sheet,
        Map<TableField, String> fields,
        @Nullable Severity always,
        TableWords words,
        @Nullable Character separator,
        @Nullable String charset) {

    private static final int MOST_COLUMNS = 500;

    /** @throws Refused if it does not say what is needed to read anything */
    public TableLayout {
        columns = List.copyOf(columns);
        list = list == null ? null : List.copyOf(list);
        fields = fields.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fields));
        if (columns.size() > MOST_COLUMNS) {
            throw Refused.because("The table has more than " + MOST_COLUMNS + " columns.");
        }
        if (!fields.containsKey(TableField.TITLE)) {
            throw Refused.because(
                    "Say which column holds the title: a finding without one cannot be told from others.");
        }
        if (fields.containsKey(TableField.SEVERITY) == (always != null)) {
            throw Refused.because("Say which column holds the severity, or else which severity every row has.");
        }
        for (String column : fields.values()) {
            if (!columns.contains(column)) {
                throw Refused.because("The table has no column \"" + column + "\".");
            }
        }
        if (charset != null && !Charset.isSupported(charset)) {
            throw Refused.because("The encoding \"" + charset + "\" is not known.");
        }
    }

    public TableShape shape() {
        return new TableShape(columns, separator, charset == null ? null : Charset.forName(charset));
    }

    /** What files must have in common to be read in this way. */
    public String headerKey() {
        Stream<String> names = list == null ? columns.stream() : requiredMembers().stream();
        String sorted = names.map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\u001f"));
        return Sha256.of(String.join(
                "\u001e",
                list == null ? "table" : "list " + String.join(".", list),
                sheet == null ? "" : sheet,
                sorted));
    }

    /** Members by which a list is known again; others may be missing in some of its entries. */
    List<String> requiredMembers() {
        return Stream.of(TableField.TITLE, TableField.SEVERITY, TableField.ASSET)
                .map(fields::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether findings that were read in another way are the same findings when they are read in this one. */
    public boolean identifiesAs(TableLayout other) {
        return TableField.IDENTITY.stream()
                .allMatch(field ->
                        Objects.equals(fields.get(field), other.fields().get(field)));
    }
}
