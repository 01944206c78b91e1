package io.closeout.review.acceptance;

import io.closeout.shared.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who looked at an acceptance again.
 *
 * @param stands whether it goes on
 * @param reason required to end it
 * @param controls by number, whether the compensating control holds
 * @param seen digest of the facts that were shown, if whoever answers knows it
 */
public record ReviewAnswer(
        boolean stands,
        @Nullable String reason,
        Map<Integer, Boolean> controls,
        @Nullable String seen) {

    private static final int LONGEST = 2000;

    /** @throws Refused for an end without a reason */
    public ReviewAnswer {
        controls = Map.copyOf(controls);
        reason = Texts.optional(reason, "reason", LONGEST);
        if (!stands && reason == null) {
            throw Refused.because("Say why the acceptance ends; the owner goes on from your reason.");
        }
    }

    public enum Outcome {
        STANDS,
        /** The ISSM lets it stand; what leadership signed has changed, so leadership signs as well. */
        LEADERSHIP,
        ENDED
    }
}
