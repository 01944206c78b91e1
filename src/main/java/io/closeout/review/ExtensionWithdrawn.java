package io.closeout.review;

/** The item closed before its request was decided. Published synchronously in the transaction that closed it. */
public record ExtensionWithdrawn(long requestId) {}
