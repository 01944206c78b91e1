package io.closeout.policy;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The table {@code affirmationDates}: from when a CMMC status can be affirmed, and by when it is to be. */
@Component
public class AffirmationDates {

    private final Decisions decisions;

    public AffirmationDates(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Both inclusive. */
    public record Window(LocalDate opensOn, LocalDate dueOn) {}

    /** @param occasion as the table names it, such as {@code FIRST_ANNIVERSARY} */
    public Window window(String occasion, LocalDate happensOn) {
        Row row = Row.only(decisions.decide("affirmationDates", Map.of("occasion", occasion)));
        return new Window(
                happensOn.minusDays(row.number("opensDaysBefore")), happensOn.plusDays(row.number("dueDaysAfter")));
    }
}
