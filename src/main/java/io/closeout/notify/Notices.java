package io.closeout.notify;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.policy.NoticeFacts.Told;
import io.closeout.register.PoamId;
import io.closeout.shared.Shortened;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices that were given. Telling the same twice is harmless: it is kept once. */
@Service
@Transactional
public class Notices {

    /** {@code notice.text} takes no more characters. */
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outbox outbox;

    Notices(JdbcClient jdbc, Clock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * A notice.
     *
     * @param subject what it is about: {@code item:POA-2026-001}, {@code scan:7}
     * @param dueOn the day on which it was due, which may lie before the day on which it was told
     * @param audience id of a person or of a group
     */
    public record Notice(String subject, String kind, LocalDate dueOn, String audience, String text, Instant toldAt) {}

    /**
     * Goes out by mail as well, as far as that is on and the table {@code mailUrgency} says so.
     *
     * @param text shortened to what a notice takes
     * @return {@code false} if this was told before
     */
    public boolean tell(String subject, String kind, LocalDate dueOn, String audience, String text) {
        boolean first = keep(subject, kind, dueOn, audience, text);
        if (first) {
            outbox.put(new Word(subject, kind, dueOn, Audience.named(audience), itemIn(subject), null, text));
        }
        return first;
    }

    private static @Nullable String itemIn(String subject) {
        return subject.startsWith(PoamId.SUBJECT_PREFIX) ? subject.substring(PoamId.SUBJECT_PREFIX.length()) : null;
    }

    private boolean keep(String subject, String kind, LocalDate dueOn, String audience, String text) {
        return jdbc.sql("insert into notice (subject, kind, due_on, audience, text, told_at) select ?, ?, ?, ?, ?, ?"
                                + " from (select 1 as one) dual_row where not exists"
                                + " (select 1 from notice where subject = ? and kind = ? and due_on = ?)")
                        .params(
                                subject,
                                kind,
                                Date.valueOf(dueOn),
                                audience,
                                Shortened.to(LONGEST, text),
                                Timestamp.from(clock.instant()),
                                subject,
                                kind,
                                Date.valueOf(dueOn))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Set<Told> told(String subject) {
        return jdbc
                .sql("select kind, due_on from notice where subject = ?")
                .param(subject)
                .query((row, number) ->
                        new Told(row.getString("kind"), row.getDate("due_on").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** What was told to this person or to a group of theirs, newest first. */
    @Transactional(readOnly = true)
    public List<Notice> recentFor(Person person, int most) {
        List<String> audiences = Stream.concat(
                        Stream.of(person.id()), person.groups().stream().map(Group::id))
                .toList();
        return jdbc.sql(
                        "select subject, kind, due_on, audience, text, told_at from notice where audience in (:audiences)"
                                + " order by told_at desc, id desc fetch first :most rows only")
                .param("audiences", audiences)
                .param("most", most)
                .query((row, number) -> new Notice(
                        row.getString("subject"),
                        row.getString("kind"),
                        row.getDate("due_on").toLocalDate(),
                        row.getString("audience"),
                        row.getString("text"),
                        row.getTimestamp("told_at").toInstant()))
                .list();
    }
}
