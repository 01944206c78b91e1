package io.closeout.workflow;

/** Names in {@code processes/acceptRisk.bpmn} and its forms. Tests compare them; nothing else spells them out. */
public final class AcceptRisk extends ApprovalProcess {

    public static final String KEY = "acceptRisk";

    public static final String TASK_DECIDE = "UserTask_DecideAcceptance";
    public static final String TASK_LEADERSHIP_DECIDE = "UserTask_LeadershipDecideAcceptance";
    public static final String TASK_REVIEW = "UserTask_ReviewAcceptance";
    public static final String TASK_LEADERSHIP_REVIEW = "UserTask_LeadershipReviewAcceptance";
    public static final String TASK_RENEW = "UserTask_RenewAcceptance";

    /** Something asks for another look at the acceptance. */
    public static final String MESSAGE_REVIEW_NEEDED = "Message_ReviewNeeded";
    /** The acceptance ended without its own process. */
    public static final String MESSAGE_OVER = "Message_AcceptanceOver";

    /** {@link #APPROVED}, {@link #REFUSED} or {@link #LEADERSHIP_AS_WELL}. */
    public static final String VARIABLE_DECISION = "acceptanceDecision";
    /** {@link #STANDS}, {@link #ENDED} or {@link #LEADERSHIP_AS_WELL}. */
    public static final String VARIABLE_REVIEW = "reviewDecision";

    public static final String STANDS = "stands";
    public static final String ENDED = "ended";

    /** The digest of the facts that a form showed; it comes back with the answer. */
    public static final String FIELD_SEEN = "seen";

    /** {@code keep} or {@code end}. */
    public static final String FIELD_STANDS = "acceptance";

    public static final String FIELD_CONTROLS = "controls";
    public static final String FIELD_CONTROL_NUMBER = "number";
    public static final String FIELD_CONTROL_WHAT = "what";
    /** {@code holds} or {@code lapsed}. */
    public static final String FIELD_CONTROL_ANSWER = "answer";

    /** {@code yes} or {@code no}. */
    public static final String FIELD_RENEW = "renew";

    public static final String FIELD_JUSTIFICATION = "justification";
    public static final String FIELD_LIKELIHOOD = "likelihood";
    public static final String FIELD_IMPACT = "impact";
    public static final String FIELD_RESIDUAL = "residual";
    public static final String FIELD_UNTIL = "until";

    private AcceptRisk() {}
}
