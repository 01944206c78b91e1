package io.closeout.assessment;

/** Who assesses for a CMMC Level 2 status, and its closeout as well (32 CFR 170.16, 170.17, 170.21(b)). */
public enum AssessmentKind {
    SELF("Level 2 (Self)", "32 CFR 170.21(b)(1)", "32 CFR 170.16(a)(1)(ii)(B)"),
    C3PAO("Level 2 (C3PAO)", "32 CFR 170.21(b)(2)", "32 CFR 170.17(a)(1)(ii)(B)");

    private final String label;
    private final String closeoutRule;
    private final String postingRule;

    AssessmentKind(String label, String closeoutRule, String postingRule) {
        this.label = label;
        this.closeoutRule = closeoutRule;
        this.postingRule = postingRule;
    }

    public String label() {
        return label;
    }

    /** Who performs the closeout assessment. */
    public String closeoutRule() {
        return closeoutRule;
    }

    /** By when its results are posted. */
    String postingRule() {
        return postingRule;
    }
}
