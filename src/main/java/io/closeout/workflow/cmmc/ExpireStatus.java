package io.closeout.workflow.cmmc;

import io.closeout.assessment.CmmcStatuses;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The last day of the status is over: recorded, and told to the ISSM and leadership. */
@Step("expireStatus")
class ExpireStatus implements JavaDelegate {

    private final CmmcStatuses statuses;
    private final StatusWords words;

    ExpireStatus(CmmcStatuses statuses, StatusWords words) {
        this.statuses = statuses;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        words.tellExpired(statuses.expire(StatusOf.execution(execution)));
    }
}
