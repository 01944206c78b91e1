package io.closeout.policy;

/** When a word goes out by mail. */
public enum MailUrgency {
    AT_ONCE,
    /** With the one mail of the day. */
    DIGEST,
    NEVER
}
