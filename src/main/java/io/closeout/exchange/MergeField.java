package io.closeout.exchange;

/** What of an item may come back changed. */
public enum MergeField {
    OWNER("Owner e-mail"),
    REMEDIATION("Planned remediation"),
    MILESTONES("Milestones"),
    HOURS("Estimated hours"),
    RESOURCES("Resources required"),
    RESIDUAL_RISK("Residual risk"),
    COMMENTS("Comments"),
    /** Needs an approval: it becomes a request for more time. */
    PLANNED_COMPLETION("Current planned completion"),
    /** Never comes from a workbook. */
    SEVERITY("Severity"),
    STATUS("Status"),
    TITLE("Title"),
    DESCRIPTION("Description"),
    DETECTED_ON("Detection date"),
    ORIGINAL_COMPLETION("Original planned completion");

    private final String heading;

    MergeField(String heading) {
        this.heading = heading;
    }

    /** Of the column in our export. */
    public String heading() {
        return heading;
    }
}
