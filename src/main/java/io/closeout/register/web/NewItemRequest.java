package io.closeout.register.web;

import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that a person or script writes down.
 *
 * @param scope id or name; may be left out where there is only one
 * @param detectedOn ISO date
 * @param track OPERATIONAL unless said otherwise
 * @param assets names, as the assets page shows them
 */
record NewItemRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String severity,
        @Nullable String scope,
        @Nullable String source,
        @Nullable String detectedOn,
        @Nullable String track,
        @Nullable List<String> assets) {

    ItemByHand item() {
        return new ItemByHand(
                text(title),
                description,
                Choice.one(Severity.class, "severity", severity),
                scope,
                text(source),
                detection(),
                text(track).isEmpty() ? Track.OPERATIONAL : Choice.one(Track.class, "track", track),
                assets == null ? List.of() : assets);
    }

    private LocalDate detection() {
        try {
            return LocalDate.parse(text(detectedOn));
        } catch (DateTimeParseException e) {
            throw Refused.because("detectedOn must be a date as year-month-day, such as 2026-03-01.");
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
