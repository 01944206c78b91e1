package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks whether a person triages the item; the tables proposed priority, deadline and group when it was opened. */
@Step("proposeTriage")
class ProposeTriage implements JavaDelegate {

    private final Register register;

    ProposeTriage(Register register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PoamId item = ItemOf.execution(execution);
        boolean needed = register.get(item).needsTriage();
        if (!needed) {
            register.skipTriage(item, Actor.system("process"));
        }
        execution.setVariable(RemediatePoamItem.VARIABLE_TRIAGE_NEEDED, needed);
    }
}
