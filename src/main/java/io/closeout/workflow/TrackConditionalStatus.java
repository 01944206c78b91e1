package io.closeout.workflow;

/**
 * Names in {@code processes/trackConditionalStatus.bpmn}, and the keys of its forms. A test compares them with the model; nothing else
 * spells them out. The business key is the id of the status.
 */
public final class TrackConditionalStatus {

    public static final String KEY = "trackConditionalStatus";

    public static final String TASK_AFFIRM_CONDITIONAL = "UserTask_AffirmConditional";
    public static final String TASK_RECORD_CLOSEOUT = "UserTask_RecordCloseout";
    public static final String TASK_AFFIRM_FINAL = "UserTask_AffirmFinal";

    /** The status was withdrawn: its clock stops. */
    public static final String MESSAGE_STATUS_WITHDRAWN = "Message_StatusWithdrawn";

    /** Both wait for the next notice; one of them at any moment. */
    public static final String TIMER_FIRST_NOTICE = "Timer_FirstStatusNotice";

    public static final String TIMER_NEXT_NOTICE = "Timer_NextStatusNotice";

    /** Boolean: whether the recorded status is a Conditional one. */
    public static final String VARIABLE_CONDITIONAL = "conditional";
    /** Boolean: whether the closeout assessment found everything met. */
    public static final String VARIABLE_CLOSED_OUT = "closedOut";
    /** Boolean: whether another affirmation falls to the status before it ends. */
    public static final String VARIABLE_AFFIRMATION_AHEAD = "affirmationAhead";

    public static final String ASSESSMENT_KIND = "assessmentKind";
    public static final String ASSESSOR = "assessor";
    public static final String ASSESSED_ON = "assessedOn";
    public static final String POSTED_ON = "postedOn";
    public static final String MET = "met";
    public static final String NOTE = TaskForms.NOTE;

    public static final String AFFIRMED = "affirmed";
    public static final String AFFIRMED_ON = "affirmedOn";
    public static final String OFFICIAL_TITLE = "officialTitle";
    public static final String CONTACT = "contact";
    public static final String REMARKS = "remarks";

    private TrackConditionalStatus() {}
}
