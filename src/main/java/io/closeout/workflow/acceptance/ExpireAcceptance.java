package io.closeout.workflow.acceptance;

import io.closeout.access.Actor;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The last day is over: the item goes back to work. */
@Step("expireAcceptance")
class ExpireAcceptance implements JavaDelegate {

    private final Acceptances acceptances;

    ExpireAcceptance(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptances.expire(RequestOf.execution(execution), Actor.system("timer"));
    }
}
