package io.closeout.workflow.extension;

import io.closeout.access.PolicyCalendar;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${extension.decideBy(execution)}}: until when a request for more time is to be decided. */
@Step("extension")
public class Extension {

    private final ExtensionRequests requests;
    private final PolicyCalendar calendar;

    Extension(ExtensionRequests requests, PolicyCalendar calendar) {
        this.requests = requests;
        this.calendar = calendar;
    }

    /** The end of a day, counted from today by the table {@code extensionApprovers}: each signature has its own days. */
    public Date decideBy(DelegateExecution execution) {
        int days = requests.rule(requests.get(RequestOf.execution(execution))).decideWithinDays();
        return Date.from(calendar.startOf(calendar.today().plusDays(days + 1L)).minusSeconds(1));
    }
}
