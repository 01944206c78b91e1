package io.closeout.notify.mail;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants mail. By default everybody who works here, and nobody who only reads: assessors are guests. */
@Service
@Transactional
public class MailChoices {

    private static final Set<Group> GUESTS = Set.of(Group.ASSESSOR);

    private final JdbcClient jdbc;

    MailChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public boolean wantsMail(Person person) {
        return jdbc.sql("select wanted from mail_choice where person_id = ?")
                .param(person.id())
                .query(Boolean.class)
                .optional()
                .orElseGet(() -> !GUESTS.containsAll(person.groups()));
    }

    /** Everybody chooses for themselves. */
    public void choose(boolean wanted, Actor by) {
        boolean changed = jdbc.sql("update mail_choice set wanted = ? where person_id = ?")
                        .params(wanted, by.id())
                        .update()
                == 1;
        if (!changed) {
            jdbc.sql("insert into mail_choice (person_id, wanted) values (?, ?)")
                    .params(by.id(), wanted)
                    .update();
        }
    }
}
