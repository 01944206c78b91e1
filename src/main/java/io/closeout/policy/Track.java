package io.closeout.policy;

/** Two different documents that CMMC keeps apart: 32 CFR 170.4 "operational plan of action" and 170.21 "POA&amp;M". */
public enum Track {
    /** Operational plan of action, CA.L2-3.12.2, without a fixed end. */
    OPERATIONAL("Operational plan of action"),
    /** Entry of a CMMC POA&amp;M, to be closed out within 180 days of the Conditional status. */
    ASSESSMENT("Assessment POA&M");

    private final String label;

    Track(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
