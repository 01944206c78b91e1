package io.closeout.workflow.falsepositive;

import io.closeout.access.Actor;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.DecideRequest;

/** The decision on a false positive. */
@Step("decideFalsePositive")
class DecideFalsePositive extends DecideRequest {

    private final FalsePositiveRequests requests;

    DecideFalsePositive(FalsePositiveRequests requests, Acting acting) {
        super(ConfirmFalsePositive.VARIABLE_DECISION, acting);
        this.requests = requests;
    }

    @Override
    protected ApprovalState decide(long request, Judgement judgement, Answers answers, Actor by) {
        return requests.decide(request, judgement, by);
    }
}
