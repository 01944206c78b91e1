package io.closeout.threat;

/** A source of knowledge about attacks. */
public enum Feed {
    KEV("Known exploited vulnerabilities (CISA KEV)"),
    EPSS("Exploit prediction scores (FIRST EPSS)"),
    SSVC("SSVC decision points (CISA Vulnrichment)");

    private final String label;

    Feed(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
