package io.closeout.register;

/**
 * A scan that ended after the fix was reported judged an item that awaits verification. Published synchronously.
 *
 * @param verified absent on all assets; {@code false}: still seen
 */
public record RescanJudged(PoamId item, boolean verified) {}
