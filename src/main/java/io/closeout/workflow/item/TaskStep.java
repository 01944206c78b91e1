package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.register.PoamId;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A step that follows from a person completing a task: reads the answers, calls one service, sets what a gateway asks. */
abstract class TaskStep implements TaskListener {

    private final Acting acting;

    TaskStep(Acting acting) {
        this.acting = acting;
    }

    @Override
    public final void notify(DelegateTask task) {
        PoamId item = ItemOf.execution(task.getExecution());
        complete(item, new Answers(task), acting.current("process"), task);
    }

    abstract void complete(PoamId item, Answers answers, Actor by, DelegateTask task);
}
