package io.closeout.register;

/** An item got another owner. Published synchronously in the transaction that assigned it. */
public record OwnerAssigned(PoamId item) {}
