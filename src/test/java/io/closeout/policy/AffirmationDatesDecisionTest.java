package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffirmationDatesDecisionTest {

    private final ShippedTable table = new ShippedTable("affirmationDates");
    private final AffirmationDates dates = new AffirmationDates(new DmnDecisions(new ShippedDecisionModels()));

    @ParameterizedTest
    @CsvSource({
        "CONDITIONAL,        2026-03-02, 2026-03-09",
        "FINAL,              2026-03-02, 2026-03-09",
        "CLOSEOUT,           2026-03-02, 2026-03-09",
        "FIRST_ANNIVERSARY,  2026-01-31, 2026-03-02",
        "SECOND_ANNIVERSARY, 2026-01-31, 2026-03-02",
    })
    void givesAWeekAfterAnAssessmentAndThirtyDaysBeforeAnAnniversary(
            String occasion, LocalDate opensOn, LocalDate dueOn) {
        assertThat(table.only("occasion", occasion)).containsKeys("opensDaysBefore", "dueDaysAfter");
        assertThat(dates.window(occasion, LocalDate.parse("2026-03-02")))
                .isEqualTo(new AffirmationDates.Window(opensOn, dueOn));
    }
}
