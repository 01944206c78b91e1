package io.closeout.review.web;

import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time as a page or a script sends it.
 *
 * @param newDate ISO
 */
record MoreTimeForm(
        @Nullable String reason,
        @Nullable String newDate,
        @Nullable String interimMitigation) {

    static MoreTimeForm blank() {
        return new MoreTimeForm("", "", "");
    }

    MoreTime wanted() {
        return MoreTime.asked(reason, date(), interimMitigation);
    }

    private @Nullable LocalDate date() {
        try {
            return newDate == null || newDate.isBlank() ? null : LocalDate.parse(newDate.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("Give the new date as year-month-day, such as 2026-12-24.");
        }
    }
}
