package io.closeout.review.web;

import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.VendorOutcome;
import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor said, as a page or a script sends it.
 *
 * @param outcome the name of a {@link VendorOutcome}; days are ISO
 */
record CheckInForm(
        @Nullable String askedOn,
        @Nullable String outcome,
        @Nullable String answer,
        @Nullable String expectedRelease,
        @Nullable String releasedOn,
        @Nullable String link) {

    static CheckInForm blank(String today) {
        return new CheckInForm(today, "", "", "", "", "");
    }

    CheckIn told() {
        return CheckIn.told(
                IsoDate.of(askedOn, "day on which you asked"),
                readOutcome(),
                answer,
                IsoDate.of(expectedRelease, "expected release"),
                IsoDate.of(releasedOn, "day of the release"),
                link);
    }

    private @Nullable VendorOutcome readOutcome() {
        try {
            return outcome == null || outcome.isBlank() ? null : VendorOutcome.valueOf(outcome.strip());
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("Say what the vendor says with one of NOT_YET, RELEASED, NO_FIX.");
        }
    }
}
