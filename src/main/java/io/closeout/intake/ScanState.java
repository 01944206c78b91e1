package io.closeout.intake;

/** How far an import is (design: outside contract, {@code GET /api/scans/{id}}). */
public enum ScanState {
    RECEIVED("Received"),
    PARSING("Reading"),
    /** Held for a person. */
    AWAITING_DECISION("Awaiting decision"),
    COMMITTING("Committing"),
    DONE("Done"),
    /** Something is wrong with the file; nothing of it stays. */
    REFUSED("Refused"),
    UNDONE("Undone"),
    /** Something is wrong with us; an administrator has been told. */
    FAILED("Failed");

    private final String label;

    ScanState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing goes on by itself: it is over, or a person is asked. */
    public boolean isResting() {
        return isFinal() || this == AWAITING_DECISION;
    }

    public boolean isFinal() {
        return this == DONE || this == REFUSED || this == UNDONE || this == FAILED;
    }
}
