package io.closeout.review.web;

import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Signature;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.vendor.AwaitedFix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time as programs read it.
 *
 * @param reasonKind {@code WORK} or {@code VENDOR}
 * @param awaitedFix what the vendor has to release first
 */
record ExtensionDocument(
        long id,
        String item,
        ApprovalState state,
        String reason,
        LocalDate newDate,
        String interimMitigation,
        String reasonKind,
        @Nullable AwaitedFix awaitedFix,
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

        private static Decision of(Signature decision) {
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
                request.wanted().waitsForVendor() ? MoreTimeForm.VENDOR : MoreTimeForm.WORK,
                request.wanted().awaitedFix(),
                request.presentCompletion(),
                request.approval().askedBy(),
                request.approval().askedAt(),
                request.approval().signatures().stream().map(Decision::of).toList());
    }
}
