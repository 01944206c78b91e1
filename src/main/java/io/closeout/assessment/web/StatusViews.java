package io.closeout.assessment.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Affirmations;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatus.Affirmation;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.Occasion;
import io.closeout.assessment.web.StatusView.AffirmationLine;
import io.closeout.policy.AffirmationDates.Window;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts names and days to statuses. */
@Component
class StatusViews {

    private final CmmcStatuses statuses;
    private final Affirmations affirmations;
    private final People people;
    private final PolicyCalendar calendar;

    StatusViews(CmmcStatuses statuses, Affirmations affirmations, People people, PolicyCalendar calendar) {
        this.statuses = statuses;
        this.affirmations = affirmations;
        this.people = people;
        this.calendar = calendar;
    }

    /** Newest first. */
    List<StatusView> of(String scope) {
        return statuses.of(scope).stream().map(this::view).toList();
    }

    private StatusView view(CmmcStatus status) {
        return new StatusView(
                status,
                name(status.recordedBy()),
                status.daysLeft(calendar.today()),
                status.occasions().stream().map(each -> line(each, status)).toList());
    }

    private AffirmationLine line(Occasion occasion, CmmcStatus status) {
        Optional<Affirmation> made = status.affirmation(occasion);
        boolean pending = status.state().isActive()
                && status.pending().filter(occasion::equals).isPresent();
        return new AffirmationLine(
                occasion,
                made.orElse(null),
                made.map(each -> name(each.affirmedBy())).orElse(""),
                pending ? affirmations.window(status).map(Window::dueOn).orElse(null) : null);
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
