package io.closeout.review.vendor;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Words that people write, checked. */
final class Stated {

    private Stated() {}

    /** @throws Refused if they are missing or too many */
    static String text(@Nullable String text, String otherwise, String what, int longest) {
        String stated = text == null ? "" : text.strip();
        if (stated.isEmpty()) {
            throw Refused.because(otherwise);
        }
        if (stated.length() > longest) {
            throw Refused.because("The %s has more than %,d characters. Shorten it.".formatted(what, longest));
        }
        return stated;
    }
}
