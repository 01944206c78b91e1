package io.closeout.review.web;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day as a page or a script sends it. */
final class IsoDate {

    private IsoDate() {}

    /** @param what such as "new date" */
    static @Nullable LocalDate of(@Nullable String text, String what) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the %s as year-month-day, such as 2026-12-24.".formatted(what));
        }
    }
}
