package io.closeout.review.web;

import io.closeout.review.extension.MoreTime;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.shared.Refused;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time as a page or a script sends it.
 *
 * @param newDate ISO
 * @param reasonKind {@code WORK}, or {@code VENDOR} for a fix that does not exist yet; WORK if it is missing
 * @param vendorLink to the vendor's ticket or advisory
 * @param expectedRelease ISO
 */
record MoreTimeForm(
        @Nullable String reason,
        @Nullable String newDate,
        @Nullable String interimMitigation,
        @Nullable String reasonKind,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String vendorLink,
        @Nullable String expectedRelease) {

    static final String WORK = "WORK";
    static final String VENDOR = "VENDOR";

    static MoreTimeForm blank() {
        return new MoreTimeForm("", "", "", WORK, "", "", "", "");
    }

    MoreTime wanted() {
        return MoreTime.asked(reason, IsoDate.of(newDate, "new date"), interimMitigation, awaitedFix());
    }

    private @Nullable AwaitedFix awaitedFix() {
        if (waitsForVendor()) {
            return AwaitedFix.asked(vendor, product, vendorLink, IsoDate.of(expectedRelease, "expected release"));
        }
        if (Stream.of(vendor, product, vendorLink, expectedRelease).anyMatch(MoreTimeForm::isGiven)) {
            throw Refused.because(
                    "You named a vendor. Say that its fix does not exist yet (reason kind VENDOR), or leave its fields empty.");
        }
        return null;
    }

    private boolean waitsForVendor() {
        String kind = isGiven(reasonKind) ? String.valueOf(reasonKind).strip() : WORK;
        if (!kind.equals(WORK) && !kind.equals(VENDOR)) {
            throw Refused.because("The reason kind is one of WORK, VENDOR.");
        }
        return kind.equals(VENDOR);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
