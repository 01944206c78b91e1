package io.closeout.workflow.period;

import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the reminder or escalation that is due, once per kind and day. */
@Step("remindOfReview")
class RemindOfReview implements JavaDelegate {

    private final ReviewDesk desk;

    RemindOfReview(ReviewDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(PeriodOf.execution(execution));
    }
}
