package io.closeout.register;

import io.closeout.access.Group;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the planned date.
 *
 * @param level {@link Group#ISSM} first, {@link Group#LEADERSHIP} where the table asks for it as well
 * @param reason required when refusing
 */
public record SignOff(
        boolean approved, Group level, @Nullable String reason) {

    /** Where the item goes after a sign-off. */
    public enum Outcome {
        APPROVED,
        REFUSED,
        /** Leadership signs as well. */
        LEADERSHIP
    }
}
