package io.closeout.review.acceptance;

/** Where an acceptance stands, beside the state of its request. */
public enum AcceptanceState {
    /** Not signed by everybody, or refused. */
    PROPOSED("Proposed"),
    IN_FORCE("In force"),
    ENDED("Ended");

    private final String label;

    AcceptanceState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
