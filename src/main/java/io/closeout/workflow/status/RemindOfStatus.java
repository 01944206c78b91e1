package io.closeout.workflow.status;

import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the reminder or escalation that is due, once per kind and day. */
@Step("remindOfStatus")
class RemindOfStatus implements JavaDelegate {

    private final RoundDesk desk;

    RemindOfStatus(RoundDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(RoundOf.execution(execution));
    }
}
