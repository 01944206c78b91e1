package io.closeout.review.acceptance;

/** How likely something is, or how bad: the five levels of eMASS. */
public enum RiskLevel {
    VERY_LOW("Very low"),
    LOW("Low"),
    MODERATE("Moderate"),
    HIGH("High"),
    VERY_HIGH("Very high");

    private final String label;

    RiskLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
