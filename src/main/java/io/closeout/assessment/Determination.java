package io.closeout.assessment;

/** What was found of one objective (32 CFR 170.24(b)). An objective without any was not looked at yet. */
public enum Determination {
    MET("Met"),
    NOT_MET("Not met"),
    NOT_APPLICABLE("Not applicable");

    private final String label;

    Determination(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
