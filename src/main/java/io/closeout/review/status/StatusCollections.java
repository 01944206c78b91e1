package io.closeout.review.status;

import io.closeout.access.PolicyCalendar;
import io.closeout.shared.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mornings on which owners are asked: one row per working day, the next one planned when the last one is over. */
@Service
@Transactional
public class StatusCollections {

    private static final int MORNING = 8;

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    StatusCollections(JdbcClient jdbc, PolicyCalendar calendar, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
    }

    /** Eight in the morning of the policy's zone. */
    public Instant morningOf(LocalDate day) {
        return calendar.startOf(day).plus(MORNING, ChronoUnit.HOURS);
    }

    /**
     * For the start of the program: plans the next morning where none is planned.
     *
     * @throws DuplicateKeyException if another node plans it at this moment
     */
    public void planFirst() {
        if (jdbc.sql("select count(*) from status_collection where collected_at is null")
                        .query(Long.class)
                        .single()
                == 0) {
            plan(WorkingDays.onOrAfter(calendar.dateOf(calendar.now().plus(24 - MORNING, ChronoUnit.HOURS))));
        }
    }

    /** The morning is over. After a standstill the mornings that nobody saw are left out: what is due was asked for now. */
    public void collected(LocalDate day, int opened, int failed) {
        jdbc.sql("update status_collection set collected_at = ?, rounds_opened = ?, rounds_failed = ?"
                        + " where collected_for = ?")
                .params(calendar.now().atOffset(ZoneOffset.UTC), opened, failed, day)
                .update();
        LocalDate today = calendar.today();
        plan(WorkingDays.after(day.isAfter(today) ? day : today));
    }

    private void plan(LocalDate day) {
        jdbc.sql("insert into status_collection (collected_for) values (?)")
                .param(day)
                .update();
        events.publishEvent(new CollectionPlanned(day));
    }
}
