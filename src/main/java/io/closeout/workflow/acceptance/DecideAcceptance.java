package io.closeout.workflow.acceptance;

import io.closeout.access.Actor;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.DecideRequest;

/** The decision on a risk. */
@Step("decideAcceptance")
class DecideAcceptance extends DecideRequest {

    private final AcceptanceRequests requests;

    DecideAcceptance(AcceptanceRequests requests, Acting acting) {
        super(AcceptRisk.VARIABLE_DECISION, acting);
        this.requests = requests;
    }

    @Override
    protected ApprovalState decide(long request, Judgement judgement, Answers answers, Actor by) {
        return requests.decide(request, judgement, answers.text(AcceptRisk.FIELD_SEEN), by);
    }
}
