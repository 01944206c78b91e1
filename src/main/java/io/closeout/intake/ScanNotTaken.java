package io.closeout.intake;

/**
 * A scan ended as {@link ScanState#REFUSED}, or as {@link ScanState#FAILED} until its work is taken up again; its problems say why.
 * Published synchronously in the transaction that noted it.
 */
public record ScanNotTaken(long scanId) {}
