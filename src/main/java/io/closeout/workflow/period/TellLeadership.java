package io.closeout.workflow.period;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.reporting.Figures;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.PoamReview.SignOff;
import io.closeout.review.period.Reviews;
import io.closeout.workflow.Step;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gives leadership the signed review: the figures in a sentence, and the page by the notice's link. */
@Step("tellLeadership")
class TellLeadership implements JavaDelegate {

    private final Reviews reviews;
    private final Snapshots snapshots;
    private final Notices notices;
    private final People people;
    private final PolicyCalendar calendar;

    TellLeadership(Reviews reviews, Snapshots snapshots, Notices notices, People people, PolicyCalendar calendar) {
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.notices = notices;
        this.people = people;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PoamReview review = reviews.get(PeriodOf.execution(execution));
        notices.tell(review.subject(), "reviewSigned", calendar.today(), Group.LEADERSHIP.id(), text(review));
    }

    private String text(PoamReview review) {
        Figures figures = snapshots.get(review.period().toString()).figures();
        SignOff signOff = Objects.requireNonNull(review.signOff());
        String own = signOff.ownOverdue() == 0
                ? ""
                : " %d of the overdue items are the signer's own.".formatted(signOff.ownOverdue());
        return "%s signed the review %s: %d items open, %d overdue, %d closed since %s.%s"
                .formatted(
                        people.find(signOff.by()).map(Person::name).orElse(signOff.by()),
                        review.period(),
                        figures.open(),
                        figures.overdue().count(),
                        figures.closed(),
                        figures.from(),
                        own);
    }
}
