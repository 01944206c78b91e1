package io.closeout.assessment;

/** When the Affirming Official affirms (32 CFR 170.22(a)(3)). The third anniversary ends the status, so it has none. */
public enum Occasion {
    CONDITIONAL("Conditional status", "32 CFR 170.22(a)(3)(i)"),
    FINAL("Final status", "32 CFR 170.22(a)(3)(ii)"),
    CLOSEOUT("Closeout of the POA&M and Final status", "32 CFR 170.22(a)(3)(ii), (iv)"),
    FIRST_ANNIVERSARY("First year", "32 CFR 170.22(a)(3)(iii)"),
    SECOND_ANNIVERSARY("Second year", "32 CFR 170.22(a)(3)(iii)");

    private final String label;
    private final String rule;

    Occasion(String label, String rule) {
        this.label = label;
        this.rule = rule;
    }

    public String label() {
        return label;
    }

    public String rule() {
        return rule;
    }
}
