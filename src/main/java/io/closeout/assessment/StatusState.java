package io.closeout.assessment;

/** Where a CMMC status stands. */
public enum StatusState {
    /** 180 days to close the POA&amp;M out (32 CFR 170.21(b)). */
    CONDITIONAL("Conditional"),
    FINAL("Final"),
    /** Not closed out by day 180, or three years old. */
    EXPIRED("Expired"),
    /** Recorded by mistake, or replaced by a new assessment. */
    WITHDRAWN("Withdrawn");

    private final String label;

    StatusState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isActive() {
        return this == CONDITIONAL || this == FINAL;
    }
}
