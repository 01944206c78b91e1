package io.closeout.assessment;

/** A status was recorded. Published synchronously in the transaction that recorded it. */
public record StatusRecorded(long statusId) {}
