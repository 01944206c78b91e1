package io.closeout.exchange.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan as a workbook tells it.
 *
 * @param number in the workbook; 0 where it has none
 * @param due null where none is told
 */
public record ReadMilestone(
        int number,
        @Nullable LocalDate due,
        String text,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate droppedOn) {}
