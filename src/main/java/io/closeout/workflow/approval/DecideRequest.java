package io.closeout.workflow.approval;

import io.closeout.access.Actor;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ApprovalProcess;
import io.closeout.workflow.TaskForms;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The ISSM's decision on a request, or leadership's where that is needed as well; the request knows whose turn it is. */
public abstract class DecideRequest implements TaskListener {

    private final String variable;
    private final Acting acting;

    /** @param variable which the gateway after the task asks */
    protected DecideRequest(String variable, Acting acting) {
        this.variable = variable;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        Judgement judgement =
                new Judgement(answers.isYes(TaskForms.DECISION, "approve", "refuse"), answers.text(TaskForms.REASON));
        long request = RequestOf.execution(task.getExecution());
        task.getExecution().setVariable(variable, word(decide(request, judgement, answers, acting.current("process"))));
    }

    /** @param answers whatever else the form asked */
    protected abstract ApprovalState decide(long request, Judgement judgement, Answers answers, Actor by);

    private static String word(ApprovalState state) {
        return switch (state) {
            case AWAITING_LEADERSHIP -> ApprovalProcess.LEADERSHIP_AS_WELL;
            case APPROVED -> ApprovalProcess.APPROVED;
            case REFUSED, REQUESTED, WITHDRAWN -> ApprovalProcess.REFUSED;
        };
    }
}
