package io.closeout.review.approval;

import io.closeout.access.Group;
import io.closeout.register.PoamId;
import java.time.Instant;
import java.util.List;

/**
 * A request as it stands, without what it asks for.
 *
 * @param askedBy id of the person
 * @param signatures oldest first; empty until the ISSM decided
 */
public record ApprovalRequest(
        long id,
        RequestKind kind,
        PoamId item,
        ApprovalState state,
        String askedBy,
        Instant askedAt,
        List<Signature> signatures) {

    public ApprovalRequest {
        signatures = List.copyOf(signatures);
    }

    /** Whose signature is next, or was the last that it waited for. */
    public Group decider() {
        return state == ApprovalState.AWAITING_LEADERSHIP ? Group.LEADERSHIP : Group.ISSM;
    }
}
