package io.closeout.review.approval;

import io.closeout.register.PoamId;

/** Somebody asks for something. Published synchronously in the transaction that stored the request. */
public record RequestAsked(RequestKind kind, long requestId, PoamId item) {}
