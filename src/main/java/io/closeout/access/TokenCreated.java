package io.closeout.access;

/** Announced within the transaction that stores the token. */
public record TokenCreated(ApiToken token, Actor by) {}
