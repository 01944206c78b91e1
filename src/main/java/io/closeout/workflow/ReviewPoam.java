package io.closeout.workflow;

/** Names in {@code processes/reviewPoam.bpmn} and {@code forms/reviewPoam.form}. Tests compare them; nothing else spells them out. */
public final class ReviewPoam {

    public static final String KEY = "reviewPoam";

    public static final String TASK_SIGN_OFF = "UserTask_SignOffReview";

    /** The next review opened before this one was signed. */
    public static final String MESSAGE_MISSED = "Message_ReviewMissed";

    public static final String REMARKS = "remarks";
    /** A box to tick. */
    public static final String REVIEWED = "reviewed";

    private ReviewPoam() {}
}
