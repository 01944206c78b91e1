package io.closeout.intake.byhand;

/** Where a finding by people comes from. */
public enum FindingSource {
    AUDIT("Audit"),
    ASSESSMENT("Assessment"),
    PENETRATION_TEST("Penetration test"),
    INCIDENT("Incident"),
    SELF_IDENTIFIED("Self-identified");

    private final String label;

    FindingSource(String label) {
        this.label = label;
    }

    /** As the workbook shows it. */
    public String label() {
        return label;
    }
}
