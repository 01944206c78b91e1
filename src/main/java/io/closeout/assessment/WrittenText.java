package io.closeout.assessment;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What a person wrote into a field, checked for being there and for fitting its column. */
final class WrittenText {

    private WrittenText() {}

    /** @param otherwise what to do about it if there is nothing */
    static String required(@Nullable String text, int longest, String otherwise) {
        String written = optional(text, longest, otherwise);
        if (written == null) {
            throw Refused.because(otherwise);
        }
        return written;
    }

    static @Nullable String optional(@Nullable String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw Refused.because("This has more than %,d characters, shorten it: %s".formatted(longest, what));
        }
        return text.strip();
    }
}
