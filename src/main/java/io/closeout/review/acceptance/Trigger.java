package io.closeout.review.acceptance;

/** Why somebody must look at an acceptance again. */
public enum Trigger {
    /** The table's day came. */
    DUE("Re-review is due"),
    KEV_LISTED("Listed as known exploited"),
    SEVERITY_RAISED("Severity raised"),
    MORE_ASSETS("More assets found"),
    CONTROL_LAPSED("Compensating control lapsed"),
    /** What somebody signed is not what stands now: the acceptance is stale. */
    FACTS_CHANGED("A material fact changed");

    private final String label;

    Trigger(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
