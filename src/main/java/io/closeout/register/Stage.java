package io.closeout.register;

/** Whose turn it is, finer than {@link ItemStatus}; chooses the row of the notices table. The names are that table's words. */
public enum Stage {
    TRIAGE,
    PLAN,
    SIGN_OFF,
    REMEDIATE,
    VERIFY,
    /** The risk is accepted; the work waits. */
    ACCEPTED,
    DONE
}
