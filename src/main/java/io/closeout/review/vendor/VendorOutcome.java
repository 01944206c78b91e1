package io.closeout.review.vendor;

/** What the vendor says of the fix. */
public enum VendorOutcome {
    NOT_YET("Not released yet"),
    RELEASED("Released"),
    NO_FIX("No fix will come");

    private final String label;

    VendorOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it makes sense to ask again. */
    public boolean isAwaited() {
        return this == NOT_YET;
    }
}
