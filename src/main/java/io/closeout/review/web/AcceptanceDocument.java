package io.closeout.review.web;

import io.closeout.policy.AcceptanceKind;
import io.closeout.review.acceptance.Control;
import io.closeout.review.acceptance.EndedHow;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Signature;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept a risk, and what became of it, as programs read it.
 *
 * @param state of the request
 * @param standing {@code PROPOSED}, {@code IN_FORCE} or {@code ENDED}
 * @param stale whether something material differs from what was signed
 */
record AcceptanceDocument(
        long id,
        String item,
        ApprovalState state,
        String standing,
        boolean stale,
        AcceptanceKind kind,
        String justification,
        RiskLevel likelihood,
        RiskLevel impact,
        Severity originalRating,
        Severity residualRating,
        List<ControlDocument> controls,
        @Nullable LocalDate until,
        boolean monthlyReview,
        @Nullable String notFeasible,
        @Nullable String sspText,
        @Nullable Long renews,
        String askedBy,
        Instant askedAt,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable Instant endedAt,
        @Nullable EndedHow endedHow,
        @Nullable String endedWhy,
        List<Decision> decisions) {

    record ControlDocument(
            int number,
            String what,
            String howChecked,
            @Nullable Integer everyDays,
            @Nullable LocalDate nextCheck,
            @Nullable LocalDate lapsedOn) {

        private static ControlDocument of(Control control) {
            return new ControlDocument(
                    control.number(),
                    control.wanted().what(),
                    control.wanted().howChecked(),
                    control.wanted().everyDays(),
                    control.wanted().nextCheck(),
                    control.lapsed());
        }
    }

    /** @param signedAs id of the group */
    record Decision(
            String signedAs,
            String by,
            boolean approved,
            @Nullable String reason,
            Instant decidedAt) {

        private static Decision of(Signature decision) {
            return new Decision(
                    decision.level().id(), decision.by(), decision.approved(), decision.reason(), decision.decidedAt());
        }
    }

    static AcceptanceDocument of(RiskAcceptance acceptance, boolean stale) {
        RiskAcceptance.Course course = acceptance.course();
        RiskAcceptance.End end = acceptance.end().orElse(null);
        return new AcceptanceDocument(
                acceptance.id(),
                acceptance.item().text(),
                acceptance.approval().state(),
                acceptance.state().name(),
                stale,
                acceptance.kind(),
                acceptance.wanted().justification(),
                acceptance.wanted().likelihood(),
                acceptance.wanted().impact(),
                acceptance.original(),
                acceptance.residual(),
                acceptance.controls().stream().map(ControlDocument::of).toList(),
                acceptance.wanted().until(),
                acceptance.wanted().monthly(),
                acceptance.wanted().notFeasible(),
                acceptance.wanted().sspText(),
                acceptance.renews(),
                acceptance.approval().askedBy(),
                acceptance.approval().askedAt(),
                course == null ? null : course.started(),
                course == null ? null : course.reviewed(),
                end == null ? null : end.at(),
                end == null ? null : end.how(),
                end == null ? null : end.why(),
                acceptance.approval().signatures().stream().map(Decision::of).toList());
    }
}
