package io.closeout.review.web;

import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusWord;
import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A word on how an item stands, as a page or a script sends it.
 *
 * @param outlook the name of an {@link Outlook}
 */
record StatusForm(
        @Nullable String outlook,
        @Nullable String percent,
        @Nullable String note,
        @Nullable String blocker) {

    StatusWord word() {
        return StatusWord.said(readOutlook(), readPercent(), note, blocker);
    }

    private @Nullable Outlook readOutlook() {
        try {
            return outlook == null || outlook.isBlank() ? null : Outlook.valueOf(outlook.strip());
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("Say how it stands with one of ON_TRACK, AT_RISK, BLOCKED, DONE_SOON.");
        }
    }

    private @Nullable Integer readPercent() {
        try {
            return percent == null || percent.isBlank() ? null : Integer.valueOf(percent.strip());
        } catch (NumberFormatException notWhole) {
            throw Refused.because("Give the work done so far in percent, a whole number from 0 to 100.");
        }
    }
}
