package io.closeout.review.web;

import io.closeout.review.ExtensionDecision;
import io.closeout.review.ExtensionRequest;
import io.closeout.review.ExtensionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for more time as programs read it. */
record ExtensionDocument(
        long id,
        String item,
        ExtensionState state,
        String reason,
        LocalDate newDate,
        String interimMitigation,
        LocalDate presentCompletion,
        String askedBy,
        Instant askedAt,
        List<Decision> decisions) {

    /** @param signedAs id of the group */
    record Decision(
            String signedAs,
            String by,
            boolean approved,
            @Nullable String reason,
            Instant decidedAt) {

        private static Decision of(ExtensionDecision decision) {
            return new Decision(
                    decision.level().id(), decision.by(), decision.approved(), decision.reason(), decision.decidedAt());
        }
    }

    static ExtensionDocument of(ExtensionRequest request) {
        return new ExtensionDocument(
                request.id(),
                request.item().text(),
                request.state(),
                request.wanted().reason(),
                request.wanted().newDate(),
                request.wanted().interimMitigation(),
                request.presentCompletion(),
                request.askedBy(),
                request.askedAt(),
                request.decisions().stream().map(Decision::of).toList());
    }
}
