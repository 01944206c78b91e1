package io.closeout.workflow;

/** Names in {@code processes/followVendor.bpmn} and {@code forms/checkInWithVendor.form}. Tests compare them; nothing else spells them out. */
public final class FollowVendor {

    public static final String KEY = "followVendor";

    public static final String TASK_CHECK_IN = "UserTask_CheckInWithVendor";

    /** Somebody wrote an answer down without being asked; carries {@link #VARIABLE_FIX_AWAITED}. */
    public static final String MESSAGE_VENDOR_ANSWERED = "Message_VendorAnswered";

    /** The item ended or its risk was accepted, or a later extension waits instead. */
    public static final String MESSAGE_WAIT_ENDED = "Message_WaitEnded";

    public static final String VARIABLE_ITEM_ID = RemediatePoamItem.VARIABLE_ITEM_ID;

    /** Boolean: whether it makes sense to ask the vendor again. */
    public static final String VARIABLE_FIX_AWAITED = "fixAwaited";

    public static final String OUTCOME = "outcome";
    public static final String ASKED_ON = "askedOn";
    public static final String ANSWER = "answer";
    public static final String EXPECTED_RELEASE = "expectedRelease";
    public static final String RELEASED_ON = "releasedOn";
    public static final String LINK = "link";

    private FollowVendor() {}
}
