package io.closeout.access;

/** Announced within the transaction that adds the person. */
public record PersonAdded(Person person, Actor by) {}
