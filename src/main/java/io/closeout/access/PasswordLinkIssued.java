package io.closeout.access;

import java.time.Instant;

/** An administrator made a one-time link through which the person chooses a password. Announced within a transaction. */
public record PasswordLinkIssued(String personId, Instant until, Actor by) {}
