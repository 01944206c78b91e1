package io.closeout.review.period;

import io.closeout.shared.Refused;
import io.closeout.shared.WorkingDays;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When reviews open.
 *
 * @param dayOfMonth 1 to 28; {@code null} for the first working day
 * @param daysToSign calendar days from the opening, 1 to 27
 */
public record ReviewCalendar(@Nullable Integer dayOfMonth, int daysToSign) {

    /** What every month has. */
    private static final int LAST_DAY = 28;

    public ReviewCalendar {
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > LAST_DAY)) {
            throw Refused.because("Give a day from 1 to 28, which every month has, or none for the first working day.");
        }
        if (daysToSign < 1 || daysToSign >= LAST_DAY) {
            throw Refused.because("Give 1 to 27 days for a review: the next one opens a month later.");
        }
    }

    public LocalDate opensOn(YearMonth period) {
        return dayOfMonth == null ? WorkingDays.firstOf(period) : period.atDay(dayOfMonth);
    }

    /** The first month after another whose review lies ahead. */
    YearMonth nextAfter(YearMonth period, LocalDate today) {
        YearMonth next = period.plusMonths(1);
        while (!opensOn(next).isAfter(today)) {
            next = next.plusMonths(1);
        }
        return next;
    }
}
