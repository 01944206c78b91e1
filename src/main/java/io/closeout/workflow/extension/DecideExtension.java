package io.closeout.workflow.extension;

import io.closeout.access.Actor;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.DecideRequest;

/** The decision on more time. */
@Step("decideExtension")
class DecideExtension extends DecideRequest {

    private final ExtensionRequests requests;

    DecideExtension(ExtensionRequests requests, Acting acting) {
        super(ApproveExtension.VARIABLE_DECISION, acting);
        this.requests = requests;
    }

    @Override
    protected ApprovalState decide(long request, Judgement judgement, Answers answers, Actor by) {
        return requests.decide(request, judgement, by);
    }
}
