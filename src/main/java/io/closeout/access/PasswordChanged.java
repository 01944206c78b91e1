package io.closeout.access;

/** The person has a new password of their own choice. Announced within the transaction that stores it. */
public record PasswordChanged(String personId, Actor by) {}
