package io.closeout.assessment;

/** A status was withdrawn: its clock stops. Published synchronously in the same transaction. */
public record StatusWithdrawn(long statusId) {}
