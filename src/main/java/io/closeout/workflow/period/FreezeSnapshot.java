package io.closeout.workflow.period;

import io.closeout.access.PolicyCalendar;
import io.closeout.reporting.Snapshot;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.Reviews;
import io.closeout.workflow.Step;
import java.time.LocalDate;
import java.time.YearMonth;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Freezes the register since the review before, or for a month where there was none, and opens the review of it. */
@Step("freezeSnapshot")
class FreezeSnapshot implements JavaDelegate {

    private final Snapshots snapshots;
    private final Reviews reviews;
    private final PolicyCalendar calendar;

    FreezeSnapshot(Snapshots snapshots, Reviews reviews, PolicyCalendar calendar) {
        this.snapshots = snapshots;
        this.reviews = reviews;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearMonth period = PeriodOf.execution(execution);
        LocalDate from = reviews.before(period).map(PoamReview::openedOn).orElseGet(() -> calendar.today()
                .minusMonths(1));
        Snapshot snapshot = snapshots.freeze(period.toString(), from);
        reviews.open(period, snapshot.digest(), snapshot.figures().overdue().count());
    }
}
