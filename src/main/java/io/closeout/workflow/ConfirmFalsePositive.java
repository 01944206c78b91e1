package io.closeout.workflow;

/** Names in {@code processes/confirmFalsePositive.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class ConfirmFalsePositive extends ApprovalProcess {

    public static final String KEY = "confirmFalsePositive";

    public static final String TASK_DECIDE = "UserTask_DecideFalsePositive";

    /** Nothing that it suppressed holds any more, before its end. */
    public static final String MESSAGE_ENDED = "Message_SuppressionEnded";

    /** {@link #APPROVED} or {@link #REFUSED}. */
    public static final String VARIABLE_DECISION = "falsePositiveDecision";

    private ConfirmFalsePositive() {}
}
