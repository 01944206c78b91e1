package io.closeout.workflow;

/** Names in {@code processes/approveExtension.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class ApproveExtension {

    public static final String KEY = "approveExtension";

    public static final String TASK_DECIDE = "UserTask_DecideExtension";
    public static final String TASK_LEADERSHIP_DECIDE = "UserTask_LeadershipDecideExtension";

    /** The item closed before the request was decided. */
    public static final String MESSAGE_WITHDRAWN = "Message_RequestWithdrawn";

    /** Long. */
    public static final String VARIABLE_REQUEST_ID = "requestId";

    public static final String VARIABLE_ITEM_ID = RemediatePoamItem.VARIABLE_ITEM_ID;
    /** {@link #APPROVED}, {@link #REFUSED} or {@link #LEADERSHIP_AS_WELL}. */
    public static final String VARIABLE_DECISION = "extensionDecision";

    public static final String APPROVED = "approved";
    public static final String REFUSED = "refused";
    public static final String LEADERSHIP_AS_WELL = "leadership";

    private ApproveExtension() {}
}
