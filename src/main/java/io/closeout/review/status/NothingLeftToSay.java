package io.closeout.review.status;

/** A round has nothing left to ask about and ended. Published synchronously in the transaction that ended it. */
public record NothingLeftToSay(long roundId) {}
