package io.closeout.review.approval;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to a request.
 *
 * @param reason required when refusing
 */
public record Judgement(boolean approved, @Nullable String reason) {

    private static final int LONGEST = 2000;

    /** @throws Refused for a refusal without a reason, and for one that is too long */
    public Judgement {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (!approved && reason == null) {
            throw Refused.because("Say why the request is refused; whoever asked plans on from your reason.");
        }
        if (reason != null && reason.length() > LONGEST) {
            throw Refused.because("The reason has more than %,d characters. Shorten it.".formatted(LONGEST));
        }
    }
}
