package io.closeout.workflow.item;

import io.closeout.register.Register;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** {@code ${assignment.owner(execution)}} and {@code ${assignment.ownerGroup(execution)}}: who gets a task. */
@Step("assignment")
public class Assignment {

    private final Register register;

    Assignment(Register register) {
        this.register = register;
    }

    /** Null leaves the task to the group. */
    public @Nullable String owner(DelegateExecution execution) {
        return register.get(ItemOf.execution(execution)).ownerId().orElse(null);
    }

    public String ownerGroup(DelegateExecution execution) {
        return register.get(ItemOf.execution(execution)).ownerGroup();
    }
}
