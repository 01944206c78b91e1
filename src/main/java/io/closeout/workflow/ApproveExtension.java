package io.closeout.workflow;

/** Names in {@code processes/approveExtension.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class ApproveExtension extends ApprovalProcess {

    public static final String KEY = "approveExtension";

    public static final String TASK_DECIDE = "UserTask_DecideExtension";
    public static final String TASK_LEADERSHIP_DECIDE = "UserTask_LeadershipDecideExtension";

    /** {@link #APPROVED}, {@link #REFUSED} or {@link #LEADERSHIP_AS_WELL}. */
    public static final String VARIABLE_DECISION = "extensionDecision";

    private ApproveExtension() {}
}
