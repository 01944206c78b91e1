package io.closeout.review.vendor;

/** What became of a wait for a vendor. */
public enum VendorState {
    /** The extension is not approved; the request says what became of it. */
    ASKED("Not granted"),
    WAITING("Waits for the vendor"),
    RELEASED("Released"),
    NO_FIX("No fix will come"),
    /** The item ended or its risk was accepted, or a later extension waits instead. */
    ENDED("Ended");

    private final String label;

    VendorState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
