package io.closeout.review.acceptance;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What people write in a request, checked. */
final class Texts {

    private Texts() {}

    /** @throws Refused if it is missing or too long */
    static String stated(@Nullable String text, String otherwise, String what, int longest) {
        String stated = optional(text, what, longest);
        if (stated == null) {
            throw Refused.because(otherwise);
        }
        return stated;
    }

    /** @throws Refused if it is too long */
    static @Nullable String optional(@Nullable String text, String what, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw Refused.because("The %s has more than %,d characters. Shorten it, or attach it as evidence."
                    .formatted(what, longest));
        }
        return text.strip();
    }
}
