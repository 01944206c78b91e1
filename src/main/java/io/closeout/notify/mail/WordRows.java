package io.closeout.notify.mail;

import io.closeout.notify.Audience;
import io.closeout.policy.MailUrgency;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words on their way into letters, as rows. Whoever changes them holds the round. */
@Repository
class WordRows {

    private final JdbcClient jdbc;

    WordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record StoredWord(
            long id,
            String subject,
            String kind,
            LocalDate dueOn,
            Audience audience,
            @Nullable String item,
            @Nullable String causedBy) {}

    /** Too old to be of use to anybody; they are not sorted or addressed any more. */
    void discardToldBefore(Instant moment) {
        jdbc.sql("update mail_word set addressed = true where not addressed and told_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first. */
    List<StoredWord> unsorted(int most) {
        return jdbc.sql("select * from mail_word where not addressed and not taken_back and urgency is null"
                        + " order by id fetch first ? rows only")
                .param(most)
                .query(WordRows::word)
                .list();
    }

    /** Those of never count as addressed. */
    void sort(long id, MailUrgency urgency) {
        jdbc.sql("update mail_word set urgency = ?, addressed = ? where id = ?")
                .params(urgency.name(), urgency == MailUrgency.NEVER, id)
                .update();
    }

    /**
     * What is to go out now, oldest first.
     *
     * @param digest those for the digest have to be told before
     */
    List<StoredWord> ready(Instant digest, int most) {
        return jdbc.sql("select * from mail_word where not addressed and not taken_back"
                        + " and (urgency = ? or urgency = ? and told_at < ?) order by id fetch first ? rows only")
                .params(MailUrgency.AT_ONCE.name(), MailUrgency.DIGEST.name(), digest.atOffset(ZoneOffset.UTC), most)
                .query(WordRows::word)
                .list();
    }

    void addressed(long id) {
        jdbc.sql("update mail_word set addressed = true where id = ?").param(id).update();
    }

    /** Nothing happens if the person has the word already, by another group of theirs. */
    void addLine(String person, StoredWord word) {
        Date dueOn = Date.valueOf(word.dueOn());
        jdbc.sql("insert into mail_line (person_id, subject, kind, due_on, word_id)"
                        + " select ?, ?, ?, ?, ? from (select 1 as one) dual_row where not exists"
                        + " (select 1 from mail_line where person_id = ? and subject = ? and kind = ? and due_on = ?)")
                .params(
                        person,
                        word.subject(),
                        word.kind(),
                        dueOn,
                        word.id(),
                        person,
                        word.subject(),
                        word.kind(),
                        dueOn)
                .update();
    }

    /** Who has lines of this urgency that no delivery has taken up. */
    List<String> peopleWithLines(MailUrgency urgency) {
        return jdbc.sql(
                        "select distinct line.person_id from mail_line line join mail_word word on word.id = line.word_id"
                                + " where line.delivery_id is null and word.urgency = ? and not word.taken_back"
                                + " order by line.person_id")
                .param(urgency.name())
                .query(String.class)
                .list();
    }

    void putInto(long delivery, String person, MailUrgency urgency) {
        jdbc.sql("update mail_line set delivery_id = ? where person_id = ? and delivery_id is null"
                        + " and word_id in (select id from mail_word where urgency = ?)")
                .params(delivery, person, urgency.name())
                .update();
    }

    /** Without what was taken back. */
    List<Line> linesOf(long delivery) {
        return jdbc.sql("select word.* from mail_line line join mail_word word on word.id = line.word_id"
                        + " where line.delivery_id = ? and not word.taken_back order by word.due_on, word.id")
                .param(delivery)
                .query((row, number) -> new Line(
                        row.getString("subject"),
                        row.getString("kind"),
                        row.getDate("due_on").toLocalDate(),
                        row.getString("item_id"),
                        row.getString("text"),
                        MailUrgency.valueOf(row.getString("urgency"))))
                .list();
    }

    /** Words that wait for the sender or for the digest. */
    int countPending() {
        return jdbc.sql("select count(*) from mail_word where not addressed and not taken_back")
                .query(Integer.class)
                .single();
    }

    /** Also lines that never went out. Those of deliveries that are kept stay. */
    void deleteToldBefore(Instant moment) {
        String old = "select id from mail_word where told_at < ? and not exists"
                + " (select 1 from mail_line line where line.word_id = mail_word.id and line.delivery_id is not null)";
        jdbc.sql("delete from mail_line where word_id in (" + old + ")")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from mail_word where id in (" + old + ")")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StoredWord word(ResultSet row, int number) throws SQLException {
        return new StoredWord(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("kind"),
                row.getDate("due_on").toLocalDate(),
                Audience.of(row.getString("audience")),
                row.getString("item_id"),
                row.getString("caused_by"));
    }
}
