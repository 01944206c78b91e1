package io.closeout.workflow.period;

import io.closeout.access.Actor;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.Reviews;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.ReviewPoam;
import io.closeout.workflow.Step;
import java.time.YearMonth;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The ISSM's signature under what the snapshot shows. */
@Step("signOffReview")
class SignOffReview implements TaskListener {

    private final Reviews reviews;
    private final Snapshots snapshots;
    private final Acting acting;

    SignOffReview(Reviews reviews, Snapshots snapshots, Acting acting) {
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        if (!"true".equals(answers.text(ReviewPoam.REVIEWED))) {
            throw Refused.because("Tick the box that says that you reviewed the plan as it is shown.");
        }
        YearMonth period = PeriodOf.execution(task.getExecution());
        Actor by = acting.current("process");
        int own = snapshots.overdueOf(snapshots.get(period.toString()), by.id());
        reviews.sign(period, answers.text(ReviewPoam.REMARKS), own, by);
    }
}
