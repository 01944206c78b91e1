package io.closeout.policy;

/** Whether a weakness is on CISA's list of known exploited vulnerabilities. Not knowing is not the same as "no". */
public enum KevListing {
    LISTED("yes"),
    NOT_LISTED("no"),
    UNKNOWN("not known");

    private final String label;

    KevListing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
