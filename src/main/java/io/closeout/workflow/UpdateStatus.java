package io.closeout.workflow;

/** Names in {@code processes/updateStatus.bpmn} and {@code forms/updateStatus.form}. Tests compare them; nothing else spells them out. */
public final class UpdateStatus {

    public static final String KEY = "updateStatus";

    public static final String TASK_UPDATE_STATUS = "UserTask_UpdateStatus";

    /** None of the owner's items is due for a word any more. */
    public static final String MESSAGE_NOTHING_LEFT = "Message_NothingLeft";

    /** A list, one row per item. */
    public static final String WORDS = "words";

    public static final String ITEM = "item";
    public static final String OUTLOOK = "outlook";
    public static final String PERCENT = "percent";
    public static final String NOTE = "note";
    public static final String BLOCKER = "blocker";

    /** True: an item whose row says nothing of how it stands, and names no blocker, is on track. */
    public static final String REST_ON_TRACK = "restOnTrack";

    /** A list; a row that names no item is left out. */
    public static final String MORE_TIME = "moreTime";

    public static final String NEW_DATE = "newDate";
    public static final String REASON = "reason";
    public static final String INTERIM_MITIGATION = "interimMitigation";

    private UpdateStatus() {}
}
