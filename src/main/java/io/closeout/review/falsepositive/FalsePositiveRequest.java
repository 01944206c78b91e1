package io.closeout.review.falsepositive;

import io.closeout.register.PoamId;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.ApprovalState;
import java.util.List;

/**
 * A request to confirm a false positive as it stands.
 *
 * @param assets names, in order; empty for everywhere
 */
public record FalsePositiveRequest(ApprovalRequest approval, FalsePositiveClaim claim, List<String> assets) {

    public FalsePositiveRequest {
        assets = List.copyOf(assets);
    }

    public long id() {
        return approval.id();
    }

    public PoamId item() {
        return approval.item();
    }

    public ApprovalState state() {
        return approval.state();
    }

    /** Such as "everywhere" or "web1, web2". */
    public String where() {
        return assets.isEmpty() ? "everywhere" : String.join(", ", assets);
    }
}
