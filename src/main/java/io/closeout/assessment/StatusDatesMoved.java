package io.closeout.assessment;

/** What the next notice about a status counts from has changed. Published synchronously. */
public record StatusDatesMoved(long statusId) {}
