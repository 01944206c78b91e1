package io.closeout.review.approval;

/** The item closed before its request was decided. Published synchronously in the transaction that closed it. */
public record RequestWithdrawn(RequestKind kind, long requestId) {}
