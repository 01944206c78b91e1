package io.closeout.workflow.cmmc;

import io.closeout.assessment.Affirmations;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.policy.AffirmationDates.Window;
import io.closeout.workflow.Step;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${cmmcStatus.ends(execution)}} and the other dates of the process. */
@Step("cmmcStatus")
public class CmmcStatusDates {

    private final CmmcStatuses statuses;
    private final Affirmations affirmations;
    private final StatusDates dates;

    CmmcStatusDates(CmmcStatuses statuses, Affirmations affirmations, StatusDates dates) {
        this.statuses = statuses;
        this.affirmations = affirmations;
        this.dates = dates;
    }

    /** The first moment after day 180 of a Conditional status, after three years of a Final one. */
    public Date ends(DelegateExecution execution) {
        return dates.ends(status(execution));
    }

    /** The end of the last day on which a closeout counts. */
    public Date closeoutDue(DelegateExecution execution) {
        return dates.endOf(status(execution).lastDay());
    }

    /** The end of the day by which the pending affirmation is due, by the table {@code affirmationDates}. */
    public Date affirmBy(DelegateExecution execution) {
        return dates.endOf(window(execution).dueOn());
    }

    /** When the task of the next anniversary opens, by the table {@code affirmationDates}. */
    public Date nextAffirmation(DelegateExecution execution) {
        return dates.morningOf(window(execution).opensOn());
    }

    /** When the next notice is due, by the table {@code statusNotices}. */
    public Date nextNotice(DelegateExecution execution) {
        return dates.nextNoticeAt(status(execution));
    }

    private Window window(DelegateExecution execution) {
        CmmcStatus status = status(execution);
        return affirmations
                .window(status)
                .orElseThrow(
                        () -> new IllegalStateException("Nothing is to be affirmed of CMMC status " + status.id()));
    }

    private CmmcStatus status(DelegateExecution execution) {
        return statuses.get(StatusOf.execution(execution));
    }
}
