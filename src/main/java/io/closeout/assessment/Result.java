package io.closeout.assessment;

/**
 * What an assessment found of a requirement (32 CFR 170.24(b)). A requirement without any was not assessed yet.
 */
public enum Result {
    MET("Met"),
    NOT_MET("Not met"),
    /** Not met, and part of the points is kept: only for IA.L2-3.5.3 and SC.L2-3.13.11 (32 CFR 170.24(c)(2)(i)(B)(4)). */
    PARTIAL("Partly met"),
    /** Counts as met (32 CFR 170.24(b)(3)). */
    NOT_APPLICABLE("Not applicable");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a POA&amp;M entry is needed. */
    public boolean isNotMet() {
        return this == NOT_MET || this == PARTIAL;
    }
}
