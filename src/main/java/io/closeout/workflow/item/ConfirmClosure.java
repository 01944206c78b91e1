package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Verification;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The ISSM says whether an item is done whose weakness a scan no longer finds. */
@Step("confirmClosure")
class ConfirmClosure extends TaskStep {

    private final Register register;

    ConfirmClosure(Register register, Acting acting) {
        super(acting);
        this.register = register;
    }

    @Override
    void complete(PoamId item, Answers answers, Actor by, DelegateTask task) {
        boolean verified = answers.isYes(TaskForms.VERIFIED, "yes", "no");
        register.confirmAbsence(item, new Verification(verified, answers.text(TaskForms.NOTE)), by);
        task.getExecution().setVariable(RemediatePoamItem.VARIABLE_VERIFIED, verified);
    }
}
