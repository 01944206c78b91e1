package io.closeout.workflow.item;

import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.ItemPolicy;
import io.closeout.policy.Notice;
import io.closeout.policy.NoticeFacts;
import io.closeout.register.PoamItem;
import io.closeout.register.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dates of an item in the engine's type. Notices are due at eight in the morning of the policy's zone. */
@Component
class DeadlineDates {

    private static final int MORNING = 8;
    /** Where the table names no further notice, the one timer still needs a date; it is recalculated when one moves. */
    private static final int NEVER_DAYS = 3650;

    private final ItemPolicy policy;
    private final Notices notices;
    private final PolicyCalendar calendar;

    DeadlineDates(ItemPolicy policy, Notices notices, PolicyCalendar calendar) {
        this.policy = policy;
        this.notices = notices;
        this.calendar = calendar;
    }

    /** While the risk is accepted only its milestones are told; without an open one nothing is. */
    Optional<Notice> nextNotice(PoamItem item) {
        return item.stage() == Stage.ACCEPTED
                ? item.nextMilestone().flatMap(next -> nextNotice(item, next.due()))
                : nextNotice(item, item.inTimeUntil());
    }

    private Optional<Notice> nextNotice(PoamItem item, LocalDate due) {
        return policy.nextNotice(new NoticeFacts(
                item.stage().name(),
                item.priority(),
                item.detectedOn(),
                due,
                item.stageSince(),
                calendar.today(),
                notices.told(item.id().subject())));
    }

    boolean isDue(Notice notice) {
        return !notice.date().isAfter(calendar.today());
    }

    Date nextNoticeAt(PoamItem item) {
        return nextNotice(item)
                .map(notice -> morningOf(notice.date()))
                .orElseGet(() -> morningOf(calendar.today().plusDays(NEVER_DAYS)));
    }

    /** The end of the last day in time, so that a task is not late on the day itself. */
    Date due(PoamItem item) {
        return Date.from(calendar.startOf(item.inTimeUntil().plusDays(1)).minusSeconds(1));
    }

    /** 0 to 100, as Tasklist sorts. */
    int taskPriority(PoamItem item) {
        return switch (item.priority()) {
            case CRITICAL -> 100;
            case HIGH -> 75;
            case MEDIUM -> 50;
            case LOW, INFO -> 25;
        };
    }

    private Date morningOf(LocalDate date) {
        Instant morning = calendar.startOf(date).plus(MORNING, ChronoUnit.HOURS);
        return Date.from(morning);
    }
}
