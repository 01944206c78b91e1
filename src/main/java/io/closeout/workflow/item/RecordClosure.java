package io.closeout.workflow.item;

import io.closeout.register.Register;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes the item. */
@Step("recordClosure")
class RecordClosure implements JavaDelegate {

    private final Register register;
    private final Acting acting;

    RecordClosure(Register register, Acting acting) {
        this.register = register;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.close(ItemOf.execution(execution), acting.current("process"));
    }
}
