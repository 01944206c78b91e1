package io.closeout.shared;

/** How bad a weakness is, worst first. The words are CVSS's; policy texts say "Moderate" for {@link #MEDIUM}. */
public enum Severity {
    CRITICAL("Critical"),
    HIGH("High"),
    MEDIUM("Moderate"),
    LOW("Low"),
    /** Informational: kept with the scan, never makes a POA&amp;M item. */
    INFO("Info");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word that people read. */
    public String label() {
        return label;
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
