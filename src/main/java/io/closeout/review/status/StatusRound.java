package io.closeout.review.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question to one owner.
 *
 * @param ownerId id of the person, who may have left meanwhile
 * @param endedHow {@code null} while it is open
 */
public record StatusRound(
        long id,
        String ownerId,
        LocalDate openedOn,
        LocalDate due,
        @Nullable EndedHow endedHow) {

    public enum EndedHow {
        ANSWERED,
        /** All of its items ended, got a word elsewhere, or got another owner. */
        NOTHING_LEFT
    }

    public boolean isOpen() {
        return endedHow == null;
    }

    public String subject() {
        return "statusRound:" + id;
    }
}
