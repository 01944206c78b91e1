package io.closeout.review;

/** Somebody asks for more time. Published synchronously in the transaction that stored the request. */
public record ExtensionAsked(long requestId) {}
