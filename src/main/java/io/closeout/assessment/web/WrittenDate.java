package io.closeout.assessment.web;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Dates as browsers and scripts send them. */
final class WrittenDate {

    private WrittenDate() {}

    /** @throws Refused for none, and for what is no date */
    static LocalDate read(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            throw Refused.because("Give the " + what + ".");
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the " + what + " as year-month-day, such as 2026-12-24.");
        }
    }
}
