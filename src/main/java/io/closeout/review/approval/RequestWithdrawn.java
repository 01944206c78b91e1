package io.closeout.review.approval;

/** The item took another way before its request was decided. Published synchronously in the transaction that decided that. */
public record RequestWithdrawn(RequestKind kind, long requestId) {}
