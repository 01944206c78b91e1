package io.closeout.review;

import io.closeout.access.Group;
import io.closeout.register.PoamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A request for more time as it stands.
 *
 * @param presentCompletion what was planned when it was asked
 * @param askedBy id of the person
 * @param decisions oldest first; empty until the ISSM decided
 */
public record ExtensionRequest(
        long id,
        PoamId item,
        ExtensionState state,
        MoreTime wanted,
        LocalDate presentCompletion,
        String askedBy,
        Instant askedAt,
        List<ExtensionDecision> decisions) {

    public ExtensionRequest {
        decisions = List.copyOf(decisions);
    }

    /** Whose signature is next, or was the last that it waited for. */
    public Group decider() {
        return state == ExtensionState.AWAITING_LEADERSHIP ? Group.LEADERSHIP : Group.ISSM;
    }

    /** Calendar days beyond what was planned when it was asked. */
    public int daysAsked() {
        return (int) ChronoUnit.DAYS.between(presentCompletion, wanted.newDate());
    }
}
