package io.closeout.review.vendor;

import io.closeout.evidence.Link;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody heard from a vendor.
 *
 * @param askedOn the day on which the vendor was asked, or looked up
 * @param answer in words
 * @param expectedRelease if it changed or became known
 * @param releasedOn with {@link VendorOutcome#RELEASED} only
 * @param link to what shows it; required for a release
 */
public record CheckIn(
        LocalDate askedOn,
        VendorOutcome outcome,
        String answer,
        @Nullable LocalDate expectedRelease,
        @Nullable LocalDate releasedOn,
        @Nullable String link) {

    private static final int LONGEST_ANSWER = 2000;

    /** @throws Refused naming the first thing that is missing or contradicts another */
    public static CheckIn told(
            @Nullable LocalDate askedOn,
            @Nullable VendorOutcome outcome,
            @Nullable String answer,
            @Nullable LocalDate expectedRelease,
            @Nullable LocalDate releasedOn,
            @Nullable String link) {
        if (askedOn == null) {
            throw Refused.because("Give the day on which you asked the vendor.");
        }
        if (outcome == null) {
            throw Refused.because("Say whether the vendor has released the fix.");
        }
        String address = link == null || link.isBlank() ? null : Link.to(link).address();
        mustFit(outcome, releasedOn, address);
        return new CheckIn(
                askedOn,
                outcome,
                Stated.text(answer, "Write down what the vendor answered.", "answer", LONGEST_ANSWER),
                outcome.isAwaited() ? expectedRelease : null,
                releasedOn,
                address);
    }

    private static void mustFit(VendorOutcome outcome, @Nullable LocalDate releasedOn, @Nullable String link) {
        if (outcome != VendorOutcome.RELEASED) {
            if (releasedOn != null) {
                throw Refused.because("A day of release goes with \"Released\" only. Leave it out, or say released.");
            }
            return;
        }
        if (releasedOn == null) {
            throw Refused.because(
                    "Give the day on which the vendor released the fix: the new deadline counts from it.");
        }
        if (link == null) {
            throw Refused.because("Give the address of the release notes or advisory: the new deadline rests on it.");
        }
    }

    /** @throws Refused for days that have not come yet */
    void mustBeBy(LocalDate today) {
        if (askedOn.isAfter(today)) {
            throw Refused.because("The day on which you asked the vendor, %s, lies in the future.".formatted(askedOn));
        }
        if (releasedOn != null && releasedOn.isAfter(today)) {
            throw Refused.because(
                    "The day of the release, %s, lies in the future. Check in again once the fix is there."
                            .formatted(releasedOn));
        }
        if (expectedRelease != null && expectedRelease.isBefore(askedOn)) {
            throw Refused.because("The expected release, %s, lies before the day on which you asked, %s."
                    .formatted(expectedRelease, askedOn));
        }
    }
}
