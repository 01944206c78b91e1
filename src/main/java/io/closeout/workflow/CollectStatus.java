package io.closeout.workflow;

/** Names in {@code processes/collectStatus.bpmn}. A test compares them with the model; nothing else spells them out. */
public final class CollectStatus {

    public static final String KEY = "collectStatus";

    private CollectStatus() {}
}
