package io.closeout.workflow;

/** Names in {@code processes/importScan.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class ImportScan {

    public static final String KEY = "importScan";

    public static final String TOPIC_READ = "readScan";
    public static final String TOPIC_COMPARE = "compareScan";
    public static final String TOPIC_COMMIT = "commitScan";

    /** Long. */
    public static final String VARIABLE_SCAN_ID = "scanId";
    /** {@link #READABLE} or {@link #REFUSED}. */
    public static final String VARIABLE_SCAN_STATE = "scanState";

    /** Boolean. */
    public static final String VARIABLE_IMPORT_HELD = "importHeld";
    /** {@link #COMMIT} or {@link #DISCARD}. */
    public static final String VARIABLE_IMPORT_DECISION = "importDecision";

    public static final String TASK_DECIDE = "UserTask_DecideImport";

    public static final String COMMIT = "commit";
    public static final String DISCARD = "discard";

    public static final String READABLE = "readable";
    public static final String REFUSED = "refused";

    private ImportScan() {}
}
