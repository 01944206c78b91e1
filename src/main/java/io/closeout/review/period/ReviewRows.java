package io.closeout.review.period;

import io.closeout.review.period.PoamReview.SignOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Monthly reviews, and when they open, as rows. */
@Repository
class ReviewRows {

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ReviewCalendar calendar() {
        return jdbc.sql("select day_of_month, days_to_sign from review_calendar where id = 1")
                .query((row, number) ->
                        new ReviewCalendar(row.getObject("day_of_month", Integer.class), row.getInt("days_to_sign")))
                .single();
    }

    void change(ReviewCalendar calendar) {
        jdbc.sql("update review_calendar set day_of_month = ?, days_to_sign = ? where id = 1")
                .params(calendar.dayOfMonth(), calendar.daysToSign())
                .update();
    }

    /** @throws DuplicateKeyException if it is planned already */
    void plan(YearMonth period, LocalDate opensOn) {
        jdbc.sql("insert into poam_review (period, state, opens_on) values (?, ?, ?)")
                .params(period.toString(), ReviewState.PLANNED.name(), opensOn)
                .update();
    }

    void move(YearMonth period, LocalDate opensOn) {
        jdbc.sql("update poam_review set opens_on = ? where period = ?")
                .params(opensOn, period.toString())
                .update();
    }

    /** @return whether it was in the state before */
    boolean move(YearMonth period, ReviewState before, ReviewState after) {
        return jdbc.sql("update poam_review set state = ? where period = ? and state = ?")
                        .params(after.name(), period.toString(), before.name())
                        .update()
                == 1;
    }

    void opened(YearMonth period, LocalDate today, LocalDate due, String digest, int overdue, String missed) {
        jdbc.sql("update poam_review set opened_on = ?, due_on = ?, snapshot_digest = ?, overdue = ?, missed_before = ?"
                        + " where period = ?")
                .params(today, due, digest, overdue, missed, period.toString())
                .update();
    }

    void signed(YearMonth period, SignOff signOff) {
        jdbc.sql("update poam_review set signed_by = ?, signed_at = ?, remarks = ?, overdue_of_signer = ?"
                        + " where period = ?")
                .params(
                        signOff.by(),
                        signOff.at().atOffset(ZoneOffset.UTC),
                        signOff.remarks(),
                        signOff.ownOverdue(),
                        period.toString())
                .update();
    }

    Optional<PoamReview> find(YearMonth period) {
        return jdbc.sql("select * from poam_review where period = ?")
                .param(period.toString())
                .query(ReviewRows::review)
                .optional();
    }

    /** Newest first. */
    List<PoamReview> all() {
        return jdbc.sql("select * from poam_review order by period desc")
                .query(ReviewRows::review)
                .list();
    }

    List<PoamReview> in(ReviewState state) {
        return jdbc.sql("select * from poam_review where state = ? order by period")
                .param(state.name())
                .query(ReviewRows::review)
                .list();
    }

    private static PoamReview review(ResultSet row, int number) throws SQLException {
        String signer = row.getString("signed_by");
        return new PoamReview(
                YearMonth.parse(row.getString("period")),
                ReviewState.valueOf(row.getString("state")),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("overdue"),
                Objects.requireNonNullElse(row.getString("missed_before"), ""),
                row.getString("snapshot_digest"),
                signer == null
                        ? null
                        : new SignOff(
                                signer, signedAt(row), row.getString("remarks"), row.getInt("overdue_of_signer")));
    }

    private static Instant signedAt(ResultSet row) throws SQLException {
        return row.getObject("signed_at", OffsetDateTime.class).toInstant();
    }
}
