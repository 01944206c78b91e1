package io.closeout.register;

/** Where an item stands for people and reports (design: status). "Overdue" and "extension pending" are computed, never stored. */
public enum ItemStatus {
    /** Until a plan is submitted; again after a refused sign-off. */
    NEW("New"),
    /** A plan is submitted and waits for the sign-off of its date. */
    PLANNED("Planned"),
    IN_PROGRESS("In progress"),
    AWAITING_VERIFICATION("Awaiting verification"),
    CLOSED("Closed"),
    RISK_ACCEPTED("Risk accepted"),
    FALSE_POSITIVE("False positive");

    private final String label;

    ItemStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return switch (this) {
            case NEW, PLANNED, IN_PROGRESS, AWAITING_VERIFICATION -> true;
            case CLOSED, RISK_ACCEPTED, FALSE_POSITIVE -> false;
        };
    }

    /** A further asset joins an item in these; later it opens a sibling item. */
    public boolean takesFurtherAssets() {
        return this == NEW || this == PLANNED || this == IN_PROGRESS;
    }
}
