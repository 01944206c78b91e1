package io.closeout.review.web;

import io.closeout.review.acceptance.RiskAcceptance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept a risk, and what became of it, as a page shows it.
 *
 * @param askedBy name of the person
 * @param stale whether something material differs from what was signed
 */
record AcceptanceView(
        RiskAcceptance acceptance,
        String askedBy,
        boolean stale,
        List<SignatureLine> signatures,
        List<ReviewLine> reviews) {

    /** @param level for whom the person signed, in words */
    record SignatureLine(
            String level,
            String by,
            boolean approved,
            @Nullable String reason,
            Instant decidedAt) {}

    /** @param why the reasons in words */
    record ReviewLine(
            String why, Instant openedAt, @Nullable Instant closedAt, List<SignatureLine> signatures) {}
}
