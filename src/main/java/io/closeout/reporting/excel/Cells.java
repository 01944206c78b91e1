package io.closeout.reporting.excel;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Turns values into cells: text stays text, dates and numbers become real ones, nothing becomes an empty cell. */
final class Cells {

    /** Excel counts days from 1899-12-30, as it takes 1900 for a leap year; right from March 1900 on. */
    private static final long DAYS_BEFORE_1970 = 25_569;

    private final CellStyles styles;
    private final CellSink sink;
    private final CellLines lines = new CellLines();

    Cells(CellStyles styles, CellSink sink) {
        this.styles = styles;
        this.sink = sink;
    }

    void text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            sink.empty(styles.text);
        } else {
            String clean = CellText.of(text);
            sink.text(clean, CellText.looksLikeFormula(clean) ? styles.quotedText : styles.text);
        }
    }

    <T> void lines(List<T> list, BiConsumer<T, StringBuilder> line) {
        text(list.isEmpty() ? null : lines.of(list, line));
    }

    void score(@Nullable BigDecimal score) {
        if (score == null) {
            sink.empty(styles.score);
        } else {
            sink.number(score.doubleValue(), styles.score);
        }
    }

    void number(@Nullable BigDecimal number) {
        if (number == null) {
            sink.empty(styles.number);
        } else {
            sink.number(number.doubleValue(), styles.number);
        }
    }

    void date(@Nullable LocalDate date) {
        if (date == null) {
            sink.empty(styles.date);
        } else {
            sink.number(date.toEpochDay() + DAYS_BEFORE_1970, styles.date);
        }
    }

    void severity(@Nullable Severity severity) {
        if (severity == null) {
            sink.empty(styles.text);
        } else {
            sink.text(severity.label(), styles.of(severity));
        }
    }

    /** @param alarming whether "yes" is bad news */
    void yesNo(boolean yes, boolean alarming) {
        sink.text(yes ? "yes" : "no", yes && alarming ? styles.alarm : styles.text);
    }
}
