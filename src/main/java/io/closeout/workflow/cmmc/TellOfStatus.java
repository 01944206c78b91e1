package io.closeout.workflow.cmmc;

import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gives the notice that is due, once per status, kind and day. */
@Step("tellOfStatus")
class TellOfStatus implements JavaDelegate {

    private final CmmcStatuses statuses;
    private final StatusDates dates;
    private final StatusWords words;

    TellOfStatus(CmmcStatuses statuses, StatusDates dates, StatusWords words) {
        this.statuses = statuses;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CmmcStatus status = statuses.get(StatusOf.execution(execution));
        dates.nextNotice(status).filter(dates::isDue).ifPresent(due -> words.tell(status, due));
    }
}
