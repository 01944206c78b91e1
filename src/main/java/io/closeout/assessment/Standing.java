package io.closeout.assessment;

/**
 * Whether a requirement that is not met may stand on the POA&amp;M of a Conditional status.
 *
 * @param rule what says so, with its section
 */
public record Standing(boolean allowed, String rule) {}
