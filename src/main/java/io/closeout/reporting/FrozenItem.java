package io.closeout.reporting;

import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was.
 *
 * @param due the last day in time: the due date, or the end of a current check-in with a vendor if that is later
 * @param percent as its owner said last; {@code null} if nobody did
 */
public record FrozenItem(
        String id,
        String title,
        ItemStatus status,
        Severity severity,
        Severity priority,
        LocalDate detectedOn,
        LocalDate due,
        @Nullable String ownerId,
        boolean planned,
        @Nullable Integer percent) {

    /** One line of the digest; fields that are missing are empty. */
    String line() {
        return String.join(
                "|",
                id,
                title,
                status.name(),
                severity.name(),
                priority.name(),
                detectedOn.toString(),
                due.toString(),
                ownerId == null ? "" : ownerId,
                Boolean.toString(planned),
                percent == null ? "" : percent.toString());
    }
}
