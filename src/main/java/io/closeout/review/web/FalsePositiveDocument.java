package io.closeout.review.web;

import io.closeout.register.Suppression;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Signature;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to confirm a false positive as programs read it.
 *
 * @param assets names; none for everywhere
 */
record FalsePositiveDocument(
        long id,
        String item,
        ApprovalState state,
        String reason,
        List<String> assets,
        boolean everywhere,
        LocalDate until,
        String askedBy,
        Instant askedAt,
        List<Decision> decisions,
        List<Suppressed> suppressions) {

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

    /**
     * What later imports leave out.
     *
     * @param asset missing for everywhere
     * @param ended how; missing while it holds
     */
    record Suppressed(long id, @Nullable String asset, LocalDate until, Suppression.@Nullable End ended) {

        private static Suppressed of(Suppression suppression, LocalDate today) {
            return new Suppressed(
                    suppression.id(),
                    suppression.asset(),
                    suppression.until(),
                    suppression.end(today).orElse(null));
        }
    }

    /** @param all suppressions of the item */
    static FalsePositiveDocument of(FalsePositiveRequest request, List<Suppression> all, LocalDate today) {
        return new FalsePositiveDocument(
                request.id(),
                request.item().text(),
                request.state(),
                request.claim().reason(),
                request.assets(),
                request.claim().everywhere(),
                request.claim().until(),
                request.approval().askedBy(),
                request.approval().askedAt(),
                request.approval().signatures().stream().map(Decision::of).toList(),
                all.stream()
                        .filter(each -> Objects.equals(each.requestId(), request.id()))
                        .map(each -> Suppressed.of(each, today))
                        .toList());
    }
}
