package io.closeout.review.extension;

import io.closeout.review.vendor.AwaitedFix;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for. It is made of what a person wrote, and refuses what is missing or too long.
 *
 * @param newDate the planned completion that is wanted
 * @param interimMitigation what holds the risk down until then
 * @param awaitedFix what the vendor has to release first; null if the work itself takes longer
 */
public record MoreTime(
        String reason,
        LocalDate newDate,
        String interimMitigation,
        @Nullable AwaitedFix awaitedFix) {

    /** It becomes part of a milestone change, beside two dates. */
    private static final int LONGEST_REASON = 1000;

    private static final int LONGEST_MITIGATION = 2000;

    /** More time for the work itself. */
    public static MoreTime asked(
            @Nullable String reason, @Nullable LocalDate newDate, @Nullable String interimMitigation) {
        return asked(reason, newDate, interimMitigation, null);
    }

    /** @throws Refused naming the first thing that is wrong */
    public static MoreTime asked(
            @Nullable String reason,
            @Nullable LocalDate newDate,
            @Nullable String interimMitigation,
            @Nullable AwaitedFix awaitedFix) {
        if (newDate == null) {
            throw Refused.because("Say until when you need more time.");
        }
        return new MoreTime(
                stated(reason, "Say why more time is needed.", "reason", LONGEST_REASON),
                newDate,
                stated(
                        interimMitigation,
                        "Say what holds the risk down until then (interim mitigation), such as a blocked port or closer monitoring.",
                        "interim mitigation",
                        LONGEST_MITIGATION),
                awaitedFix);
    }

    public boolean waitsForVendor() {
        return awaitedFix != null;
    }

    private static String stated(@Nullable String text, String otherwise, String what, int longest) {
        if (text == null || text.isBlank()) {
            throw Refused.because(otherwise);
        }
        if (text.strip().length() > longest) {
            throw Refused.because("The %s has more than %,d characters. Shorten it, or attach it as evidence."
                    .formatted(what, longest));
        }
        return text.strip();
    }
}
