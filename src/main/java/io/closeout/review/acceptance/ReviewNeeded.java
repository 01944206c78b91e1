package io.closeout.review.acceptance;

/** Somebody must look at an acceptance again. Published synchronously in the transaction that opened the review. */
public record ReviewNeeded(long requestId) {}
