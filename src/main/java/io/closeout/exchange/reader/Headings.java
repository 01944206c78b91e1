package io.closeout.exchange.reader;

import io.closeout.intake.parser.ScanUnreadable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a sheet is about what. Columns may stand in any order, and others between them. */
final class Headings {

    private final Layout layout;
    private final Map<Field, Integer> columns;
    private final List<String> texts;

    private Headings(Layout layout, Map<Field, Integer> columns, List<String> texts) {
        this.layout = layout;
        this.columns = columns;
        this.texts = texts;
    }

    /** Empty if the row names the columns of no layout. */
    static Optional<Headings> in(List<String> row) {
        List<String> texts = row.stream().map(Headings::normal).toList();
        for (Layout layout : Layout.values()) {
            Map<Field, Integer> columns = columns(layout, texts);
            if (columns.keySet().containsAll(layout.needed())) {
                return Optional.of(new Headings(
                        layout, columns, row.stream().map(String::strip).toList()));
            }
        }
        return Optional.empty();
    }

    private static Map<Field, Integer> columns(Layout layout, List<String> texts) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            field.headings(layout).stream()
                    .map(texts::indexOf)
                    .filter(column -> column >= 0)
                    .findFirst()
                    .ifPresent(column -> columns.put(field, column));
        }
        return columns;
    }

    /** Spreadsheets wrap headings, and people copy hard blanks and stray ones into them. */
    private static String normal(String heading) {
        return heading.replace("\\n", " ")
                .replace('\u00A0', ' ')
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?[:*]$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** @throws ScanUnreadable if a column that is read is there twice */
    void mustBeClear(String sheet) {
        List<String> names = texts.stream().map(Headings::normal).toList();
        columns.values().forEach(column -> {
            String name = names.get(column);
            if (names.lastIndexOf(name) != column) {
                throw ScanUnreadable.at(
                        "sheet " + sheet,
                        "the column \"" + texts.get(column) + "\" is there twice. Remove one and hand it in again.");
            }
        });
    }

    Layout layout() {
        return layout;
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** As the sheet writes it. */
    String heading(Field field) {
        Integer column = columns.get(field);
        return column == null ? field.headings(layout).get(0) : texts.get(column);
    }

    String cell(Field field, List<String> cells) {
        Integer column = columns.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }

    /** What stands in the row, by heading as the sheet writes it, in the order of its columns; empty cells are left out. */
    List<Told> told(List<String> cells) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < cells.size() && i < texts.size(); i++) {
            String text = cells.get(i).strip();
            if (!text.isEmpty() && !texts.get(i).isEmpty()) {
                told.add(new Told(texts.get(i), text));
            }
        }
        return told;
    }
}
