package io.closeout.workflow;

/** Names in {@code processes/remediatePoamItem.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class RemediatePoamItem {

    public static final String KEY = "remediatePoamItem";

    public static final String TASK_TRIAGE = "UserTask_TriageItem";
    public static final String TASK_PLAN = "UserTask_PlanRemediation";
    public static final String TASK_SIGN_OFF = "UserTask_SignOffDate";
    public static final String TASK_LEADERSHIP_SIGN_OFF = "UserTask_LeadershipSignOff";
    public static final String TASK_REMEDIATE = "UserTask_RemediateWeakness";
    public static final String TASK_VERIFY = "UserTask_VerifyFix";
    public static final String TASK_CONFIRM_CLOSURE = "UserTask_ConfirmClosure";

    /** A rescan judged a reported fix; carries {@link #VARIABLE_VERIFIED}. */
    public static final String MESSAGE_RESCAN_JUDGED = "Message_RescanJudged";
    /** Something outside decided how the item goes on; carries {@link #VARIABLE_DECIDED_PATH}. */
    public static final String MESSAGE_PATH_DECIDED = "Message_PathDecided";

    public static final String VARIABLE_ITEM_ID = "itemId";
    /** Boolean: does a person triage? */
    public static final String VARIABLE_TRIAGE_NEEDED = "triageNeeded";
    /** {@link #APPROVED}, {@link #REFUSED} or {@link #LEADERSHIP_AS_WELL}. */
    public static final String VARIABLE_SIGN_OFF = "signOff";
    /** Boolean: is the fix, or the closure, confirmed? */
    public static final String VARIABLE_VERIFIED = "verified";
    /** One of the paths below; without one the ISSM is asked. */
    public static final String VARIABLE_DECIDED_PATH = "decidedPath";

    public static final String APPROVED = "approved";
    public static final String REFUSED = "refused";
    public static final String LEADERSHIP_AS_WELL = "leadership";

    public static final String PATH_ABSENT = "absent";
    public static final String PATH_ASK_ISSM = "askIssm";
    public static final String PATH_ACCEPTED = "accepted";
    public static final String PATH_WORK_GOES_ON = "workGoesOn";
    public static final String PATH_FALSE_POSITIVE = "falsePositive";
    public static final String PATH_JOINED = "joined";

    private RemediatePoamItem() {}
}
