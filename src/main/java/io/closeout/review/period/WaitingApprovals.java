package io.closeout.review.period;

import io.closeout.register.PoamId;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.RequestKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of all kinds and items that nobody decided yet. */
@Component
public class WaitingApprovals {

    private final JdbcClient jdbc;

    WaitingApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param askedBy id of the person */
    public record Waiting(PoamId item, RequestKind kind, ApprovalState state, String askedBy, Instant askedAt) {}

    /** The oldest first. */
    public List<Waiting> all() {
        return jdbc.sql("select item_id, kind, state, asked_by, asked_at from approval_request"
                        + " where open_item is not null order by asked_at, id")
                .query((row, number) -> new Waiting(
                        new PoamId(row.getString("item_id")),
                        RequestKind.valueOf(row.getString("kind")),
                        ApprovalState.valueOf(row.getString("state")),
                        row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
