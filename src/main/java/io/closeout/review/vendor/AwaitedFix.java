package io.closeout.review.vendor;

import io.closeout.evidence.Link;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fix that does not exist yet.
 *
 * @param link to the vendor's ticket or advisory
 * @param expectedRelease as the vendor says; null if it is not known
 */
public record AwaitedFix(
        String vendor,
        String product,
        String link,
        @Nullable LocalDate expectedRelease) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINK = 2000;

    /** @throws io.closeout.shared.Refused naming the first thing that is missing or wrong */
    public static AwaitedFix asked(
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String link,
            @Nullable LocalDate expectedRelease) {
        return new AwaitedFix(
                Stated.text(vendor, "Name the vendor whose fix is waited for.", "vendor's name", LONGEST_NAME),
                Stated.text(product, "Name the product that the vendor has to fix.", "product's name", LONGEST_NAME),
                Link.to(Stated.text(
                                link,
                                "Give the address of the vendor's ticket or advisory, so that others can follow it.",
                                "address of the ticket or advisory",
                                LONGEST_LINK))
                        .address(),
                expectedRelease);
    }

    /** Such as "Northline Controls, PLC firmware". */
    public String label() {
        return vendor + ", " + product;
    }
}
