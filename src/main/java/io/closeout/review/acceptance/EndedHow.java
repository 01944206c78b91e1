package io.closeout.review.acceptance;

/** What ended an acceptance. */
public enum EndedHow {
    EXPIRED("Expired"),
    ENDED_AT_REVIEW("Ended at a re-review"),
    /** A newer acceptance took its place. */
    RENEWED("Renewed"),
    /** A scan proved the weakness absent. */
    VERIFIED_ABSENT("Verified as gone"),
    FALSE_POSITIVE("False positive"),
    /** The item closed in another way, such as with its assets. */
    ITEM_CLOSED("Item closed");

    private final String label;

    EndedHow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
