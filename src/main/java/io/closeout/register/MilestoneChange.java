package io.closeout.register;

import java.time.LocalDate;

/**
 * What became of a milestone after the first plan was submitted.
 *
 * @param number of the milestone
 * @param on the day of the change
 * @param by id of the person
 * @param description in words with dates, such as {@code due 2026-12-01 instead of 2026-11-15}
 */
public record MilestoneChange(int number, Kind kind, LocalDate on, String by, String description) {

    public enum Kind {
        COMPLETED,
        MOVED,
        ADDED,
        DROPPED,
        /** More time was granted; the last milestone stands for the plan. */
        EXTENDED,
        /** The deadline became an earlier one, and the milestone with it. */
        SHORTENED,
        /** The vendor released what was waited for, and the days that policy allows count from then. */
        RELEASED
    }
}
