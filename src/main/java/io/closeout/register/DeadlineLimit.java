package io.closeout.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something besides the severity table that sets an item a date. The deadline is the earliest of all. Whoever sets one calls
 * {@link Register#reassessDeadline} when it changes.
 */
public interface DeadlineLimit {

    Optional<Limit> of(DeadlineFacts item);

    /**
     * The last day that is in time.
     *
     * @param source where the date comes from, as shown beside it
     * @param absolute whether nobody may plan beyond it or grant more time
     */
    record Limit(LocalDate date, String source, boolean absolute) {}
}
