package io.closeout.review.web;

import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusUpdate;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A word on how an item stands, as programs read it. */
record StatusDocument(
        Outlook outlook,
        int percent,
        @Nullable String note,
        @Nullable String blocker,
        String givenBy,
        LocalDate givenOn,
        Instant givenAt) {

    static StatusDocument of(StatusUpdate update) {
        return new StatusDocument(
                update.word().outlook(),
                update.word().percent(),
                update.word().note(),
                update.word().blocker(),
                update.givenBy(),
                update.givenOn(),
                update.givenAt());
    }
}
