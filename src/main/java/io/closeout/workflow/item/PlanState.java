package io.closeout.workflow.item;

import io.closeout.register.Register;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${plan.stands(execution)}}: whether a signed-off plan goes on, so that nobody makes one. */
@Step("plan")
public class PlanState {

    private final Register register;

    PlanState(Register register) {
        this.register = register;
    }

    public boolean stands(DelegateExecution execution) {
        return register.get(ItemOf.execution(execution)).planStands();
    }
}
