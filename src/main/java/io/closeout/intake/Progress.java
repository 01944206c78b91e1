package io.closeout.intake;

/** Told as a long step advances; also the sign of life that keeps its lock. */
@FunctionalInterface
public interface Progress {

    /** @param percent 0 to 100 of the whole import */
    void at(int percent);
}
