package io.closeout.review.approval;

/** Where a request stands. */
public enum ApprovalState {
    /** The ISSM decides. */
    REQUESTED("Waits for the ISSM"),
    /** The ISSM signed, leadership signs as well. */
    AWAITING_LEADERSHIP("Waits for leadership"),
    APPROVED("Approved"),
    REFUSED("Refused"),
    /** The item closed meanwhile. */
    WITHDRAWN("Withdrawn");

    private final String label;

    ApprovalState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this == REQUESTED || this == AWAITING_LEADERSHIP;
    }
}
