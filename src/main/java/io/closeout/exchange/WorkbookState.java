package io.closeout.exchange;

/** Where a workbook stands that was handed in. */
public enum WorkbookState {
    /** Nothing has changed; somebody decides. */
    AWAITING_DECISION("Waits for a decision"),
    DONE("Imported"),
    DISCARDED("Discarded");

    private final String label;

    WorkbookState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
