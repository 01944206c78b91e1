package io.closeout.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two items that may be the same: scanners of different families found one CVE on one asset.
 *
 * @param keptItem the older, which stays
 * @param joiningItem the other, which would end
 * @param reason what whoever decided said
 */
public record JoinProposal(
        long id,
        String scopeId,
        String keptItem,
        String joiningItem,
        State state,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** What became of it. */
    public enum State {
        PROPOSED,
        JOINED,
        /** Somebody said that they are not the same; it is never proposed again. */
        DIFFERENT
    }

    public PoamId kept() {
        return new PoamId(keptItem);
    }

    public PoamId joining() {
        return new PoamId(joiningItem);
    }
}
