package io.closeout.register;

/** A date or stage that timers are counted from has changed. Published synchronously in the transaction that did it. */
public record ItemDatesMoved(PoamId item) {}
