package io.closeout.review.status;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an item. It is made of what a person wrote, and refuses what is missing or too long.
 *
 * @param percent of the work, 0 to 100
 * @param blocker what is in the way; never missing where the outlook is blocked
 */
public record StatusWord(
        Outlook outlook,
        int percent,
        @Nullable String note,
        @Nullable String blocker) {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_BLOCKER = 1000;

    /** @throws Refused naming the first thing that is wrong */
    public static StatusWord said(
            @Nullable Outlook outlook, @Nullable Integer percent, @Nullable String note, @Nullable String blocker) {
        if (outlook == null) {
            throw Refused.because("Say how it stands: on track, at risk, blocked or done soon.");
        }
        if (percent == null || percent < 0 || percent > 100) {
            throw Refused.because("Give the work done so far in percent, a whole number from 0 to 100.");
        }
        String inTheWay = text(blocker, "blocker", LONGEST_BLOCKER);
        if (outlook == Outlook.BLOCKED && inTheWay == null) {
            throw Refused.because("Say what blocks it.");
        }
        return new StatusWord(outlook, percent, text(note, "note", LONGEST_NOTE), inTheWay);
    }

    private static @Nullable String text(@Nullable String given, String what, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > longest) {
            throw Refused.because("The %s has more than %,d characters. Shorten it.".formatted(what, longest));
        }
        return given.strip();
    }
}
