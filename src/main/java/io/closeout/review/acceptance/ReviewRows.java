package io.closeout.review.acceptance;

import io.closeout.access.Group;
import io.closeout.review.acceptance.Review.Reason;
import io.closeout.review.acceptance.Review.ReviewSignature;
import io.closeout.shared.Shortened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Re-reviews with their reasons, answers and signatures. A review is opened and closed; everything else is only added. */
@Repository
class ReviewRows {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long open(long request, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into acceptance_review (request_id, open_request, opened_at) values (:request, :request, :now)")
                .param("request", request)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    void close(long request, Instant now) {
        jdbc.sql("update acceptance_review set open_request = null, closed_at = ? where open_request = ?")
                .params(now.atOffset(ZoneOffset.UTC), request)
                .update();
    }

    void add(long review, Trigger trigger, String what, Instant now) {
        jdbc.sql("insert into acceptance_review_reason (review_id, cause, what, raised_at) values (?, ?, ?, ?)")
                .params(review, trigger.name(), Shortened.to(LONGEST, what), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sign(long review, ReviewSignature signature) {
        jdbc.sql(
                        "insert into acceptance_review_signature (review_id, signed_as, decided_by, stands, reason, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        review,
                        signature.level().id(),
                        signature.by(),
                        signature.stands(),
                        signature.reason(),
                        signature.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void answer(long review, Map<Integer, Boolean> controls) {
        controls.forEach((number, holds) -> jdbc.sql(
                        "insert into acceptance_control_check (review_id, number_no, holds) values (?, ?, ?)")
                .params(review, number, holds)
                .update());
    }

    Optional<Review> openFor(long request) {
        return jdbc.sql("select * from acceptance_review where open_request = ?")
                .param(request)
                .query(this::review)
                .optional();
    }

    /** Newest first. */
    List<Review> of(long request) {
        return jdbc.sql("select * from acceptance_review where request_id = ? order by id desc")
                .param(request)
                .query(this::review)
                .list();
    }

    private Review review(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Review(
                id,
                row.getLong("request_id"),
                instant(row, "opened_at"),
                row.getObject("closed_at") == null ? null : instant(row, "closed_at"),
                reasons(id),
                signatures(id));
    }

    private List<Reason> reasons(long review) {
        return jdbc.sql("select * from acceptance_review_reason where review_id = ? order by id")
                .param(review)
                .query((row, number) -> new Reason(
                        Trigger.valueOf(row.getString("cause")), row.getString("what"), instant(row, "raised_at")))
                .list();
    }

    private List<ReviewSignature> signatures(long review) {
        return jdbc.sql("select * from acceptance_review_signature where review_id = ? order by decided_at")
                .param(review)
                .query((row, number) -> new ReviewSignature(
                        Group.withId(row.getString("signed_as")).orElseThrow(),
                        row.getString("decided_by"),
                        row.getBoolean("stands"),
                        reason(row),
                        instant(row, "decided_at")))
                .list();
    }

    private static @Nullable String reason(ResultSet row) throws SQLException {
        return row.getString("reason");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
