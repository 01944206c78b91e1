package io.closeout.workflow.falsepositive;

import io.closeout.access.Actor;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The last day of a false positive is over: later imports bring back what it kept away. */
@Step("endSuppression")
class EndSuppression implements JavaDelegate {

    private final FalsePositiveRequests requests;

    EndSuppression(FalsePositiveRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.expire(RequestOf.execution(execution), Actor.system("process"));
    }
}
