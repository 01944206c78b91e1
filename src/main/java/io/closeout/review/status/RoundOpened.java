package io.closeout.review.status;

/** An owner is to be asked. Published synchronously in the transaction that stored the round. */
public record RoundOpened(long roundId) {}
