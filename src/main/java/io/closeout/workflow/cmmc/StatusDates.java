package io.closeout.workflow.cmmc;

import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Affirmations;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.notify.Notices;
import io.closeout.policy.AffirmationDates.Window;
import io.closeout.policy.Notice;
import io.closeout.policy.NoticeFacts.Told;
import io.closeout.policy.StatusNotices;
import io.closeout.policy.StatusNotices.Topic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Dates of a CMMC status in the engine's type. Notices and tasks come at eight in the morning of the policy's zone. */
@Component
class StatusDates {

    private static final int MORNING = 8;
    /** Where the table names no further notice, the one timer still needs a date; it is recalculated when one moves. */
    private static final int NEVER_DAYS = 3650;

    private final StatusNotices table;
    private final Affirmations affirmations;
    private final Notices notices;
    private final PolicyCalendar calendar;

    StatusDates(StatusNotices table, Affirmations affirmations, Notices notices, PolicyCalendar calendar) {
        this.table = table;
        this.affirmations = affirmations;
        this.notices = notices;
        this.calendar = calendar;
    }

    /** A notice and what it is about. */
    record Due(Topic topic, Notice notice) {}

    /** The earliest of what is to be told of the end of the status and of its affirmation. */
    Optional<Due> nextNotice(CmmcStatus status) {
        Set<Told> told = notices.told(CmmcStatuses.subject(status.id()));
        Topic end = status.isConditional() ? Topic.CONDITIONAL_ENDS : Topic.FINAL_ENDS;
        Stream<Due> ofEnd = next(end, status.lastDay(), told).stream();
        Stream<Due> ofAffirmation = affirmations.window(status).map(Window::dueOn).stream()
                .flatMap(day -> next(Topic.AFFIRMATION, day, told).stream());
        return Stream.concat(ofEnd, ofAffirmation)
                .min(Comparator.comparing(due -> due.notice().date()));
    }

    private Optional<Due> next(Topic topic, LocalDate day, Set<Told> told) {
        return table.next(topic, day, calendar.today(), told).map(notice -> new Due(topic, notice));
    }

    boolean isDue(Due due) {
        return !due.notice().date().isAfter(calendar.today());
    }

    Date nextNoticeAt(CmmcStatus status) {
        return nextNotice(status)
                .map(due -> morningOf(due.notice().date()))
                .orElseGet(() -> morningOf(calendar.today().plusDays(NEVER_DAYS)));
    }

    /** The first moment after the last day. */
    Date ends(CmmcStatus status) {
        return Date.from(calendar.startOf(status.lastDay().plusDays(1)));
    }

    Date morningOf(LocalDate date) {
        return Date.from(calendar.startOf(date).plus(MORNING, ChronoUnit.HOURS));
    }

    /** The end of the day, so that a task is not late on the day itself. */
    Date endOf(LocalDate date) {
        return Date.from(calendar.startOf(date.plusDays(1)).minusSeconds(1));
    }
}
