package io.closeout.access;

/** Name, e-mail, groups or being enabled changed. Announced within the transaction that changes it. */
public record PersonChanged(Person before, Person after, Actor by) {}
