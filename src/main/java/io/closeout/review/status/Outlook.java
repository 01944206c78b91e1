package io.closeout.review.status;

/** How an item stands, in one word. */
public enum Outlook {
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    /** Something that the owner cannot move; the word says what. */
    BLOCKED("Blocked"),
    DONE_SOON("Done soon");

    private final String label;

    Outlook(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
