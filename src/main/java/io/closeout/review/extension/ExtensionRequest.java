package io.closeout.review.extension;

import io.closeout.register.PoamId;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.ApprovalState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A request for more time as it stands.
 *
 * @param presentCompletion what was planned when it was asked
 */
public record ExtensionRequest(ApprovalRequest approval, MoreTime wanted, LocalDate presentCompletion) {

    public long id() {
        return approval.id();
    }

    public PoamId item() {
        return approval.item();
    }

    public ApprovalState state() {
        return approval.state();
    }

    /** Calendar days beyond what was planned when it was asked. */
    public int daysAsked() {
        return (int) ChronoUnit.DAYS.between(presentCompletion, wanted.newDate());
    }
}
