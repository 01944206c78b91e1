package io.closeout.register;

/** Nothing that a request suppressed holds any more, before its time. Published synchronously in the transaction that ended the last. */
public record SuppressionsEnded(long requestId) {}
