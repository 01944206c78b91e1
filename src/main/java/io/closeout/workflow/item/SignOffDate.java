package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.SignOff;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The ISSM's signature under a planned date, or leadership's where that is needed as well. */
@Step("signOffDate")
class SignOffDate extends TaskStep {

    private final Register register;

    SignOffDate(Register register, Acting acting) {
        super(acting);
        this.register = register;
    }

    @Override
    void complete(PoamId item, Answers answers, Actor by, DelegateTask task) {
        boolean approved = answers.isYes(TaskForms.DECISION, "approve", "refuse");
        Group level = task.getTaskDefinitionKey().equals(RemediatePoamItem.TASK_LEADERSHIP_SIGN_OFF)
                ? Group.LEADERSHIP
                : Group.ISSM;
        SignOff.Outcome outcome =
                register.signOff(item, new SignOff(approved, level, answers.text(TaskForms.REASON)), by);
        task.getExecution().setVariable(RemediatePoamItem.VARIABLE_SIGN_OFF, word(outcome));
    }

    private static String word(SignOff.Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> RemediatePoamItem.APPROVED;
            case REFUSED -> RemediatePoamItem.REFUSED;
            case LEADERSHIP -> RemediatePoamItem.LEADERSHIP_AS_WELL;
        };
    }
}
