package io.closeout.notify;

import io.closeout.shared.Shortened;
import java.sql.Date;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what may go out by mail, in the transaction of what it tells: both happen or neither. The sender decides later whether, when and
 * to whose address. While mail is off nothing is kept, so that nobody hears of the past when it is switched on.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    /** {@code mail_word.text} takes no more characters. */
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MailSwitch mail;

    Outbox(JdbcClient jdbc, Clock clock, MailSwitch mail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mail = mail;
    }

    /** Whether putting something in has any effect. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOpen() {
        return mail.isOn();
    }

    /** Putting the same in twice is harmless: it is kept once. */
    public void put(Word word) {
        if (!isOpen()) {
            return;
        }
        Date dueOn = Date.valueOf(word.dueOn());
        String audience = word.audience().text();
        jdbc.sql("insert into mail_word (subject, kind, due_on, audience, item_id, caused_by, text, told_at)"
                        + " select ?, ?, ?, ?, ?, ?, ?, ? from (select 1 as one) dual_row where not exists"
                        + " (select 1 from mail_word where subject = ? and kind = ? and due_on = ? and audience = ?)")
                .params(
                        word.subject(),
                        word.kind(),
                        dueOn,
                        audience,
                        word.item(),
                        word.causedBy(),
                        Shortened.to(LONGEST, word.text()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        word.subject(),
                        word.kind(),
                        dueOn,
                        audience)
                .update();
    }

    /** Nobody needs to hear of this any more. What went out is out. */
    public void takeBack(String subject) {
        if (isOpen()) {
            jdbc.sql("update mail_word set taken_back = true where subject = ? and not taken_back")
                    .param(subject)
                    .update();
        }
    }
}
