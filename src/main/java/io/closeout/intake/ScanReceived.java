package io.closeout.intake;

/** A scan file is stored and wants its import process. Published synchronously in the transaction that stored it. */
public record ScanReceived(long scanId) {}
