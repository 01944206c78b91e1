package io.closeout.workflow;

/** Names that all processes share which approve a request about an item. */
public abstract class ApprovalProcess {

    /** The item closed before the request was decided. */
    public static final String MESSAGE_WITHDRAWN = "Message_RequestWithdrawn";

    /** Long; also the business key. */
    public static final String VARIABLE_REQUEST_ID = "requestId";

    public static final String VARIABLE_ITEM_ID = RemediatePoamItem.VARIABLE_ITEM_ID;

    /** What a decision leads to, for the gateway after it. */
    public static final String APPROVED = "approved";

    public static final String REFUSED = "refused";
    public static final String LEADERSHIP_AS_WELL = "leadership";

    ApprovalProcess() {}
}
