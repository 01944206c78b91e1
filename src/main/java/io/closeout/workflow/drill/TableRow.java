package io.closeout.workflow.drill;

import io.closeout.policy.Decisions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A row of a decision table that applies, read here anew: the drill takes nothing from those who keep the dates. */
record TableRow(Map<String, Object> cells) {

    /** In the order of the table; empty if none applies. */
    static Stream<TableRow> all(Decisions decisions, String table, Map<String, ?> inputs) {
        return decisions.decide(table, inputs).rows().stream().map(TableRow::new);
    }

    String word(String column) {
        return Objects.requireNonNull(cells.get(column), column).toString();
    }

    int number(String column) {
        return ((Number) Objects.requireNonNull(cells.get(column), column)).intValue();
    }

    /** Whether the day is the first one, so many days after the anchor, or a repetition of it. */
    boolean fallsOn(LocalDate day, LocalDate anchor, String afterDays, String everyDays) {
        long late = ChronoUnit.DAYS.between(anchor.plusDays(number(afterDays)), day);
        int every = number(everyDays);
        return late == 0 || late > 0 && every > 0 && late % every == 0;
    }
}
