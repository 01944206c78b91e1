package io.closeout.workflow.cmmc;

import io.closeout.assessment.Affirmations;
import io.closeout.assessment.NewAffirmation;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TrackConditionalStatus;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The Affirming Official affirms what is pending; the status knows on which occasion. */
@Step("affirmStatus")
class AffirmStatus implements TaskListener {

    private final Affirmations affirmations;
    private final Acting acting;

    AffirmStatus(Affirmations affirmations, Acting acting) {
        this.affirmations = affirmations;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        NewAffirmation made = NewAffirmation.made(
                "true".equalsIgnoreCase(answers.text(TrackConditionalStatus.AFFIRMED)),
                answers.text(TrackConditionalStatus.OFFICIAL_TITLE),
                answers.text(TrackConditionalStatus.CONTACT),
                answers.date(TrackConditionalStatus.AFFIRMED_ON, "day of the affirmation"),
                answers.text(TrackConditionalStatus.REMARKS));
        boolean ahead = affirmations.affirm(StatusOf.execution(task.getExecution()), made, acting.current("process"));
        task.getExecution().setVariable(TrackConditionalStatus.VARIABLE_AFFIRMATION_AHEAD, ahead);
    }
}
