package io.closeout.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One matching row of a table, read by type. What an analyst left out or misspelt is an error that names the table. */
record Row(DecisionOutcome outcome, Map<String, Object> cells) {

    /** The one row that a table with a single answer must give. */
    static Row only(DecisionOutcome outcome) {
        if (outcome.rows().size() != 1) {
            throw new IllegalStateException("Decision table %s (version %d) gives %d rows for %s instead of one."
                    .formatted(
                            outcome.table(), outcome.version(), outcome.rows().size(), outcome.inputs()));
        }
        return new Row(outcome, outcome.rows().get(0));
    }

    static List<Row> all(DecisionOutcome outcome) {
        return outcome.rows().stream().map(cells -> new Row(outcome, cells)).toList();
    }

    String text(String column) {
        if (cells.get(column) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(column, "a word");
    }

    boolean flag(String column) {
        if (cells.get(column) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(column, "true or false");
    }

    int number(String column) {
        if (cells.get(column) instanceof Number number) {
            return whole(column, number);
        }
        throw wrong(column, "a whole number");
    }

    <E extends Enum<E>> E word(String column, Class<E> words) {
        Object cell = cells.get(column);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(cell))
                .findFirst()
                .orElseThrow(() -> wrong(column, "one of " + Arrays.toString(words.getEnumConstants())));
    }

    /** A column without a type gives FEEL's own kind of number. */
    private int whole(String column, Number number) {
        try {
            return new BigDecimal(number.toString()).intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(column, "a whole number");
        }
    }

    private IllegalStateException wrong(String column, String wanted) {
        @Nullable Object cell = cells.get(column);
        return new IllegalStateException("Decision table %s (version %d) must give %s in column %s, not %s (inputs %s)."
                .formatted(
                        outcome.table(),
                        outcome.version(),
                        wanted,
                        column,
                        cell == null ? "nothing" : cell,
                        outcome.inputs()));
    }
}
