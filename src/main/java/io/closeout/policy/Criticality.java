package io.closeout.policy;

/** How much the business depends on an asset; people set it. From least to most. */
public enum Criticality {
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High");

    private final String label;

    Criticality(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
