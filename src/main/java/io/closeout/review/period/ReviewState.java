package io.closeout.review.period;

/** Where a monthly review stands. */
public enum ReviewState {
    PLANNED("Planned"),
    /** The snapshot is frozen, the ISSM signs. */
    OPEN("Waits for the ISSM"),
    SIGNED("Signed"),
    /** The next one opened before anybody signed. Its snapshot stays. */
    MISSED("Missed");

    private final String label;

    ReviewState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
