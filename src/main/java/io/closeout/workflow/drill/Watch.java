package io.closeout.workflow.drill;

import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees whatever happens: words to people, tasks that open, and what the ledger records. */
@Component
@Profile("drill")
class Watch {

    private static final int FEW = 25;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final OpenedTasks tasks;
    private final PolicyCalendar calendar;
    private final List<Happening> seen = new ArrayList<>();
    private long lastNotice;
    private long lastRecord;

    Watch(JdbcClient jdbc, Ledger ledger, OpenedTasks tasks, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.tasks = tasks;
        this.calendar = calendar;
    }

    /** Notes what is new since the last look, in the order in which it happened. */
    void look() {
        records();
        seen.addAll(tasks.opened());
        notices();
    }

    /** Forgets what was so far, such as the set-up. */
    void begin() {
        look();
        seen.clear();
    }

    List<Happening> seen() {
        return List.copyOf(seen);
    }

    /** @param subject as notices and the ledger name it */
    String storyOf(String subject) {
        return tasks.storyOf(subject);
    }

    private void notices() {
        jdbc.sql("select id, subject, kind, due_on, audience, text, told_at from notice where id > ? order by id")
                .param(lastNotice)
                .query((row, number) -> {
                    lastNotice = row.getLong("id");
                    String subject = row.getString("subject");
                    return new Happening(
                            calendar.dateOf(row.getTimestamp("told_at").toInstant()),
                            row.getDate("due_on").toLocalDate(),
                            subject,
                            tasks.storyOf(subject),
                            Channel.NOTICE,
                            row.getString("kind"),
                            row.getString("audience"),
                            Objects.requireNonNullElse(row.getString("text"), ""));
                })
                .list()
                .forEach(seen::add);
    }

    private void records() {
        List<LedgerEvent> inOrder = new ArrayList<>(newRecords(FEW));
        Collections.reverse(inOrder);
        inOrder.forEach(event -> {
            lastRecord = event.id();
            seen.add(record(event));
        });
    }

    /** The ledger is asked for more only if all that it told is new. */
    private List<LedgerEvent> newRecords(int most) {
        List<LedgerEvent> newest = ledger.recent(most);
        List<LedgerEvent> unseen =
                newest.stream().filter(event -> event.id() > lastRecord).toList();
        return unseen.size() < most ? unseen : newRecords(most * 4);
    }

    private Happening record(LedgerEvent event) {
        LocalDate day = calendar.dateOf(event.occurredAt());
        return new Happening(
                day,
                day,
                event.subject(),
                tasks.storyOf(event.subject()),
                Channel.RECORD,
                event.kind(),
                event.actor().equals("system") ? "" : event.actor(),
                Objects.requireNonNullElse(event.reason(), ""));
    }
}
