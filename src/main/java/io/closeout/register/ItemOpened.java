package io.closeout.register;

/** An item is in the register and wants its process. Published synchronously in the transaction that did it. */
public record ItemOpened(PoamId item) {}
