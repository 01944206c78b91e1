package io.closeout.review.acceptance;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compensating control of an acceptance as it stands.
 *
 * @param number from 1, in the order in which they were asked
 * @param lapsed since when it does not hold any more
 */
public record Control(
        int number, WantedControl wanted, @Nullable LocalDate lapsed) {

    public boolean holds() {
        return lapsed == null;
    }

    public Optional<LocalDate> lapsedOn() {
        return Optional.ofNullable(lapsed);
    }
}
