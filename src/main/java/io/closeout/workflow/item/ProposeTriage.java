package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Stage;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Asks whether a person triages the item; the tables proposed priority, deadline and group when it was opened. One that came with a plan
 * from elsewhere is past that.
 */
@Step("proposeTriage")
class ProposeTriage implements JavaDelegate {

    private final Register register;

    ProposeTriage(Register register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PoamId item = ItemOf.execution(execution);
        PoamItem stands = register.get(item);
        boolean needed = stands.needsTriage();
        if (!needed && stands.stage() == Stage.TRIAGE) {
            register.skipTriage(item, Actor.system("process"));
        }
        execution.setVariable(RemediatePoamItem.VARIABLE_TRIAGE_NEEDED, needed);
    }
}
