package io.closeout.workflow.falsepositive;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${falsePositive.decideBy(execution)}}, {@code ${falsePositive.endsAt(execution)}}: the dates of a false positive. */
@Step("falsePositive")
public class FalsePositive {

    private final FalsePositiveRequests requests;
    private final Register register;
    private final PolicyCalendar calendar;

    FalsePositive(FalsePositiveRequests requests, Register register, PolicyCalendar calendar) {
        this.requests = requests;
        this.register = register;
        this.calendar = calendar;
    }

    /** The end of a day, counted from today by the table {@code falsePositiveTerms}. */
    public Date decideBy(DelegateExecution execution) {
        int days = requests.term(register.get(request(execution).item())).decideWithinDays();
        return endOf(calendar.today().plusDays(days), 1);
    }

    /** The first moment at which it holds no more: the beginning of the day after its last. */
    public Date endsAt(DelegateExecution execution) {
        return endOf(request(execution).claim().until(), 0);
    }

    private Date endOf(LocalDate day, int secondsBefore) {
        return Date.from(calendar.startOf(day.plusDays(1)).minusSeconds(secondsBefore));
    }

    private FalsePositiveRequest request(DelegateExecution execution) {
        return requests.get(RequestOf.execution(execution));
    }
}
