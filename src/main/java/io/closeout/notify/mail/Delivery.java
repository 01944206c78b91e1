package io.closeout.notify.mail;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person.
 *
 * @param messageId stays the same over all attempts
 * @param digestOn the day of a digest; null for what was urgent
 * @param attempts that were begun
 * @param problem in words; null while there was none
 */
public record Delivery(
        long id,
        String messageId,
        String personId,
        @Nullable LocalDate digestOn,
        DeliveryState state,
        int attempts,
        Instant recordedAt,
        @Nullable String problem) {}
