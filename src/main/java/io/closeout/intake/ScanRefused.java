package io.closeout.intake;

/** A scan file was refused as a whole; its problems say why. Published synchronously in the transaction that noted it. */
public record ScanRefused(long scanId) {}
