package io.closeout.workflow.acceptance;

import io.closeout.access.PolicyCalendar;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * {@code ${acceptance.decideBy(execution)}}, {@code reviewBy}, {@code nextReview}, {@code renewalDue}, {@code endsAt}: the dates of an
 * acceptance, counted by the table {@code acceptanceTerms}. What is due on a day is due at eight in the morning of the policy's zone.
 */
@Step("acceptance")
public class AcceptanceDates {

    private static final int MORNING = 8;
    /** A timer needs a date, also for what never comes. */
    private static final int NEVER_YEARS = 100;

    private final AcceptanceRequests requests;
    private final AcceptanceReviews reviews;
    private final PolicyCalendar calendar;

    AcceptanceDates(AcceptanceRequests requests, AcceptanceReviews reviews, PolicyCalendar calendar) {
        this.requests = requests;
        this.reviews = reviews;
        this.calendar = calendar;
    }

    /** The end of a day: each signature has its own days. */
    public Date decideBy(DelegateExecution execution) {
        int days = requests.rule(acceptance(execution)).decideWithinDays();
        return endOf(calendar.today().plusDays(days));
    }

    /** A re-review is as urgent as the decision was. */
    public Date reviewBy(DelegateExecution execution) {
        return decideBy(execution);
    }

    /** At once if something asked for one meanwhile. */
    public Date nextReview(DelegateExecution execution) {
        RiskAcceptance acceptance = acceptance(execution);
        if (reviews.openFor(acceptance.id()).isPresent()) {
            return Date.from(calendar.now());
        }
        RiskAcceptance.Course course = acceptance.inForce();
        return requests.rule(acceptance)
                .nextReview(
                        course.started(),
                        course.reviewed(),
                        acceptance.wanted().until(),
                        acceptance.wanted().monthly())
                .map(this::morningOf)
                .orElseGet(this::never);
    }

    public Date renewalDue(DelegateExecution execution) {
        RiskAcceptance acceptance = acceptance(execution);
        return requests.rule(acceptance)
                .renewalDue(acceptance.inForce().started(), acceptance.wanted().until())
                .map(this::morningOf)
                .orElseGet(this::never);
    }

    /** The end of the last day. */
    public Date endsAt(DelegateExecution execution) {
        return acceptance(execution).until().map(this::endOf).orElseGet(this::never);
    }

    private RiskAcceptance acceptance(DelegateExecution execution) {
        return requests.get(RequestOf.execution(execution));
    }

    private Date endOf(LocalDate day) {
        return Date.from(calendar.startOf(day.plusDays(1)).minusSeconds(1));
    }

    private Date morningOf(LocalDate day) {
        Instant morning = calendar.startOf(day).plus(MORNING, ChronoUnit.HOURS);
        return Date.from(morning);
    }

    private Date never() {
        return morningOf(calendar.today().plusYears(NEVER_YEARS));
    }
}
