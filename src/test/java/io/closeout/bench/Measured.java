package io.closeout.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param bare of the baseline in the same run; null where there is none
 * @param aim smallest ratio that we want; null where there is none
 */
record Measured(
        String what,
        String database,
        double ours,
        @Nullable Double bare,
        String unit,
        @Nullable Double aim) {

    static final String HEAD = String.format(
            "%-44s %-11s %12s %12s %-12s %7s %6s", "what", "database", "ours", "bare", "unit", "ratio", "aim");

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-44s %-11s %,12.0f %12s %-12s %7s %6s",
                what,
                database,
                ours,
                bare == null ? "–" : String.format(Locale.ROOT, "%,.0f", bare),
                unit,
                bare == null ? "–" : String.format(Locale.ROOT, "%.2f", ours / bare),
                aim == null ? "–" : "≥ " + aim);
    }
}
