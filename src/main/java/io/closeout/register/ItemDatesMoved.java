package io.closeout.register;

/** A date that timers hang on has moved. Published synchronously in the transaction that did it. */
public record ItemDatesMoved(PoamId item) {}
