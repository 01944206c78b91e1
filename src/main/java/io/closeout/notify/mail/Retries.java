package io.closeout.notify.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that the server did not take is tried again: eight attempts within about 41 hours. */
final class Retries {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private Retries() {}

    /** @return nothing when it is given up */
    static Optional<Duration> pauseAfter(int attempts) {
        return attempts < MOST_ATTEMPTS ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
