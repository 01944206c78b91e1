package io.closeout.evidence;

/** What a piece of evidence is. */
public enum EvidenceKind {
    PATCH_LOG("Patch log"),
    CHANGE_RECORD("Change record"),
    TEST_RESULT("Test result"),
    SCREENSHOT("Screenshot"),
    SCAN("Scan"),
    EMAIL_APPROVAL("Approval by e-mail"),
    LINK("Link"),
    COMMIT("Commit"),
    /** What was found out about whether a weakness was used already. */
    FORENSIC_REPORT("Forensic report"),
    OTHER("Other");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** The word that people read. */
    public String label() {
        return label;
    }
}
