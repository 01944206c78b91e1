package io.closeout.review.falsepositive;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody claims. It is made of what a person wrote, and refuses what is missing or too long.
 *
 * @param assets ids; empty for everywhere: all assets of the scope, those that later scans find included
 * @param until the last day on which it is to hold
 */
public record FalsePositiveClaim(String reason, Set<Long> assets, LocalDate until) {

    private static final int LONGEST_REASON = 2000;

    public FalsePositiveClaim {
        assets = Set.copyOf(assets);
    }

    /** @throws Refused naming the first thing that is wrong */
    public static FalsePositiveClaim of(@Nullable String reason, Set<Long> assets, @Nullable LocalDate until) {
        if (reason == null || reason.isBlank()) {
            throw Refused.because("Say why it is a false positive: what the scanner sees, and why that is none.");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refused.because("The reason has more than %,d characters. Shorten it, or attach it as evidence."
                    .formatted(LONGEST_REASON));
        }
        if (until == null) {
            throw Refused.because("Say until when it is to hold. Every false positive is looked at again one day.");
        }
        return new FalsePositiveClaim(reason.strip(), assets, until);
    }

    public boolean everywhere() {
        return assets.isEmpty();
    }
}
