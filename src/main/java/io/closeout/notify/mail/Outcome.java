package io.closeout.notify.mail;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing one mail over.
 *
 * @param problem in words for an administrator; null if it was sent
 */
record Outcome(Kind kind, @Nullable String problem) {

    enum Kind {
        SENT,
        /** The mail server does not answer, or lets nobody in: the next mail would fare no better. */
        NO_SERVER,
        /** The mail server said no. */
        NOT_TAKEN,
        /** No mail server would take it. */
        IMPOSSIBLE,
        /** The connection broke before the mail server said whether it took it. */
        IN_DOUBT,
        NEEDLESS
    }

    static Outcome sent() {
        return new Outcome(Kind.SENT, null);
    }

    static Outcome needless() {
        return new Outcome(Kind.NEEDLESS, null);
    }
}
