package io.closeout.workflow.drill;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Thirteen months, the same each time, in a zone whose clocks change: so two drills of the same models tell the same. */
final class DrillCalendar {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 4);
    static final LocalDate LAST_DAY = FIRST_DAY.plusMonths(13);

    /** After what is due at the turn of the day, before the words of the morning. */
    static final LocalTime BEFORE_WORK = LocalTime.of(6, 0);
    /** After the words of the morning. */
    static final LocalTime WORK = LocalTime.of(10, 0);

    private DrillCalendar() {}
}
