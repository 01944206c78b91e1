package io.closeout.access;

/** Someone proved who they are with their password. Announced within a transaction. */
public record PersonSignedIn(Person person, Actor by) {}
