package io.closeout.workflow;

import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.Notice;
import io.closeout.policy.RoundNotices;
import io.closeout.policy.RoundNotices.Round;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reminders and escalations of what the calendar asks for, by the table {@code roundNotices}, at eight in the morning of the policy's zone. */
@Component
public class RoundReminders {

    private static final int MORNING = 8;
    /** Where the table names no further notice, the one timer still needs a date. */
    private static final int NEVER_DAYS = 3650;

    private final RoundNotices table;
    private final Notices notices;
    private final PolicyCalendar calendar;

    RoundReminders(RoundNotices table, Notices notices, PolicyCalendar calendar) {
        this.table = table;
        this.notices = notices;
        this.calendar = calendar;
    }

    /**
     * What is waited for.
     *
     * @param subject as notices name it
     */
    public record Waiting(Round round, String subject, LocalDate openedOn, LocalDate due) {}

    public Date nextAt(Waiting waiting) {
        LocalDate day =
                next(waiting).map(Notice::date).orElseGet(() -> calendar.today().plusDays(NEVER_DAYS));
        return Date.from(calendar.startOf(day).plus(MORNING, ChronoUnit.HOURS));
    }

    /** The end of the due day, so that a task is not late on the day itself. */
    public Date dueAt(Waiting waiting) {
        return Date.from(calendar.startOf(waiting.due().plusDays(1)).minusSeconds(1));
    }

    /**
     * Tells the notice that is due, if there is one.
     *
     * @param audiences from the table's word to the id of a person or a group
     */
    public void tell(Waiting waiting, Function<String, String> audiences, String text) {
        next(waiting)
                .filter(notice -> !notice.date().isAfter(calendar.today()))
                .ifPresent(notice -> notices.tell(
                        waiting.subject(), notice.kind(), notice.date(), audiences.apply(notice.audience()), text));
    }

    private Optional<Notice> next(Waiting waiting) {
        return table.next(
                waiting.round(), waiting.openedOn(), waiting.due(), calendar.today(), notices.told(waiting.subject()));
    }
}
