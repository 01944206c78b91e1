package io.closeout.register;

/** The item is closed. Published synchronously in the transaction that did it. */
public record ItemClosed(PoamId item) {}
