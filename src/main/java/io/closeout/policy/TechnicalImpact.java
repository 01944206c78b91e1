package io.closeout.policy;

/** SSVC's "Technical Impact": how much control an attacker gains over what has the weakness. */
public enum TechnicalImpact {
    PARTIAL("partial"),
    TOTAL("total"),
    UNKNOWN("not known");

    private final String label;

    TechnicalImpact(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
