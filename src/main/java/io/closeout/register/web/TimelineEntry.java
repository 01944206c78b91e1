package io.closeout.register.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an item, in words.
 *
 * @param kind the ledger's word
 */
record TimelineEntry(
        String kind,
        String what,
        Instant when,
        String who,
        String via,
        List<FactChange> changes,
        @Nullable String reason) {

    private static final int FEW = 4;

    /** Whether the changes can be read at a glance. */
    public boolean isBrief() {
        return changes.size() <= FEW;
    }

    /** Before or after is null where there was or is nothing. */
    record FactChange(
            String fact, @Nullable String before, @Nullable String after) {}
}
