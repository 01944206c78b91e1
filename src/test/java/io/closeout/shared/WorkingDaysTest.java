package io.closeout.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Test
    void leavesOutWeekends() {
        assertThat(WorkingDays.onOrAfter(FRIDAY)).isEqualTo(FRIDAY);
        assertThat(WorkingDays.onOrAfter(FRIDAY.plusDays(1))).isEqualTo(MONDAY);
        assertThat(WorkingDays.onOrAfter(FRIDAY.plusDays(2))).isEqualTo(MONDAY);
        assertThat(WorkingDays.after(FRIDAY)).isEqualTo(MONDAY);
        assertThat(WorkingDays.after(MONDAY)).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void knowsTheFirstOfAMonth() {
        assertThat(WorkingDays.firstOf(YearMonth.of(2026, 11))).isEqualTo(LocalDate.parse("2026-11-02"));
        assertThat(WorkingDays.firstOf(YearMonth.of(2026, 12))).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(WorkingDays.firstOf(YearMonth.of(2027, 1))).isEqualTo(LocalDate.parse("2027-01-01"));
    }
}
