package io.closeout.access;

/** Announced within the transaction that ends the token. */
public record TokenRevoked(ApiToken token, Actor by) {}
