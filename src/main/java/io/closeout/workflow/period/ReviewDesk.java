package io.closeout.workflow.period;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.RoundNotices.Round;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.Reviews;
import io.closeout.workflow.RoundReminders;
import io.closeout.workflow.RoundReminders.Waiting;
import io.closeout.workflow.Step;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * {@code ${monthlyReview.opensAt(execution)}}, {@code ${monthlyReview.due(execution)}} and
 * {@code ${monthlyReview.nextNotice(execution)}}: the days of a review.
 */
@Step("monthlyReview")
public class ReviewDesk {

    private static final int MORNING = 8;

    private final Reviews reviews;
    private final RoundReminders reminders;
    private final PolicyCalendar calendar;

    ReviewDesk(Reviews reviews, RoundReminders reminders, PolicyCalendar calendar) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.calendar = calendar;
    }

    /** Eight in the morning, policy's zone, of the day that the settings name. */
    public Date opensAt(DelegateExecution execution) {
        LocalDate day = reviews.get(PeriodOf.execution(execution)).opensOn();
        return Date.from(calendar.startOf(day).plus(MORNING, ChronoUnit.HOURS));
    }

    public Date due(DelegateExecution execution) {
        return reminders.dueAt(waiting(PeriodOf.execution(execution)));
    }

    /** When the next reminder or escalation is due, by the table {@code roundNotices}. */
    public Date nextNotice(DelegateExecution execution) {
        return reminders.nextAt(waiting(PeriodOf.execution(execution)));
    }

    void remind(YearMonth period) {
        Waiting waiting = waiting(period);
        reminders.tell(
                waiting,
                audience -> audience.equals("leadership") ? Group.LEADERSHIP.id() : Group.ISSM.id(),
                "The monthly review %s is to be signed by the ISSM by %s.".formatted(period, waiting.due()));
    }

    private Waiting waiting(YearMonth period) {
        PoamReview review = reviews.get(period);
        return new Waiting(
                Round.REVIEW,
                review.subject(),
                Objects.requireNonNull(review.openedOn()),
                Objects.requireNonNull(review.due()));
    }
}
