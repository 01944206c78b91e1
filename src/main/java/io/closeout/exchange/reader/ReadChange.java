package io.closeout.exchange.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a milestone after the plan was made, as a workbook tells it.
 *
 * @param number of the milestone; 0 where it has none
 * @param on null where none is told
 */
public record ReadChange(int number, Kind kind, @Nullable LocalDate on, String text) {

    public enum Kind {
        NEW,
        UPDATE,
        COMPLETE
    }
}
