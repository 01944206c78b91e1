package io.closeout.register;

/** A decision changed the way of an item. Published synchronously in the transaction that decided. */
public record PathDecided(PoamId item, Path path) {

    public enum Path {
        /** Its risk is accepted: the work waits. */
        ACCEPTED,
        /** The acceptance ended: the work goes on. */
        WORK_GOES_ON,
        FALSE_POSITIVE,
        /** Another item took over its findings. */
        JOINED
    }
}
