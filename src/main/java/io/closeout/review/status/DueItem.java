package io.closeout.review.status;

import io.closeout.register.PoamId;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item whose owner is due to say how it stands.
 *
 * @param due the planned completion, before its sign-off the deadline
 * @param heardOn the day of the last word; of planning, if there was none since
 * @param percent as said last
 * @param blocker as said last
 */
public record DueItem(
        PoamId id,
        String title,
        Severity priority,
        String status,
        LocalDate due,
        LocalDate heardOn,
        @Nullable Integer percent,
        @Nullable String blocker) {}
