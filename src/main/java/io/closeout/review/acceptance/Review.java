package io.closeout.review.acceptance;

import io.closeout.access.Group;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at an acceptance in force.
 *
 * @param reasons why it was opened and what came up since, oldest first
 * @param signatures who said whether it stands, the ISSM first
 */
public record Review(
        long id,
        long requestId,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Reason> reasons,
        List<ReviewSignature> signatures) {

    public Review {
        reasons = List.copyOf(reasons);
        signatures = List.copyOf(signatures);
    }

    /** @param what in words; may be empty */
    public record Reason(Trigger trigger, String what, Instant raisedAt) {}

    /** @param by id of the person */
    public record ReviewSignature(
            Group level,
            String by,
            boolean stands,
            @Nullable String reason,
            Instant decidedAt) {}

    public Optional<Instant> closed() {
        return Optional.ofNullable(closedAt);
    }

    /** Whose signature is next. */
    public Group decider() {
        return signatures.isEmpty() ? Group.ISSM : Group.LEADERSHIP;
    }
}
