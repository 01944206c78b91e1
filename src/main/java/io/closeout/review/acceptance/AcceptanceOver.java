package io.closeout.review.acceptance;

/** An acceptance ended by something else than its own process. Published synchronously in the transaction that ended it. */
public record AcceptanceOver(long requestId) {}
