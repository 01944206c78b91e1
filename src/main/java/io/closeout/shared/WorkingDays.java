package io.closeout.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** Mondays to Fridays. Public holidays are not known. */
public final class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (WEEKEND.contains(working.getDayOfWeek())) {
            working = working.plusDays(1);
        }
        return working;
    }

    public static LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    public static LocalDate firstOf(YearMonth month) {
        return onOrAfter(month.atDay(1));
    }
}
