package io.closeout.review.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The review of a month.
 *
 * @param openedOn missing while it is planned, as are {@code due} and {@code snapshotDigest}
 * @param overdue items that were overdue when it opened
 * @param missedBefore reviews since the last signed one that nobody signed, such as {@code 2026-09, 2026-10}; empty for none
 */
public record PoamReview(
        YearMonth period,
        ReviewState state,
        LocalDate opensOn,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate due,
        int overdue,
        String missedBefore,
        @Nullable String snapshotDigest,
        @Nullable SignOff signOff) {

    /**
     * @param by id of the person
     * @param ownOverdue how many of the overdue items belong to whoever signed
     */
    public record SignOff(String by, Instant at, @Nullable String remarks, int ownOverdue) {}

    public String subject() {
        return "review:" + period;
    }

    public boolean isOpen() {
        return state == ReviewState.OPEN;
    }
}
