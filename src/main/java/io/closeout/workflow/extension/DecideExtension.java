package io.closeout.workflow.extension;

import io.closeout.review.ExtensionRequests;
import io.closeout.review.ExtensionState;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The ISSM's decision on more time, or leadership's where that is needed as well; the request knows whose turn it is. */
@Step("decideExtension")
class DecideExtension implements TaskListener {

    private final ExtensionRequests requests;
    private final Acting acting;

    DecideExtension(ExtensionRequests requests, Acting acting) {
        this.requests = requests;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        boolean approved = answers.isYes(TaskForms.DECISION, "approve", "refuse");
        ExtensionState now = requests.decide(
                RequestOf.execution(task.getExecution()),
                approved,
                answers.text(TaskForms.REASON),
                acting.current("process"));
        task.getExecution().setVariable(ApproveExtension.VARIABLE_DECISION, word(now));
    }

    private static String word(ExtensionState state) {
        return switch (state) {
            case AWAITING_LEADERSHIP -> ApproveExtension.LEADERSHIP_AS_WELL;
            case APPROVED -> ApproveExtension.APPROVED;
            case REFUSED, REQUESTED, WITHDRAWN -> ApproveExtension.REFUSED;
        };
    }
}
