package io.closeout.workflow.difference;

/** In which of two versions something stands. */
public enum Mark {
    BOTH,
    BEFORE,
    AFTER
}
