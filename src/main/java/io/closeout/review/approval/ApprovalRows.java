package io.closeout.review.approval;

import io.closeout.access.Group;
import io.closeout.register.PoamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Requests and their signatures as rows. A request changes its state only, a signature never. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the id of the request
     * @throws DuplicateKeyException if one of the kind is open for the item already
     */
    long insert(RequestKind kind, PoamId item, String by, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into approval_request (kind, item_id, open_item, state, asked_by, asked_at)"
                        + " values (:kind, :item, :item, :state, :by, :now)")
                .param("kind", kind.name())
                .param("item", item.text())
                .param("state", ApprovalState.REQUESTED.name())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    /** @return whether it still was in the state before */
    boolean move(long id, ApprovalState before, ApprovalState after, Instant now) {
        return jdbc.sql("""
                                update approval_request set state = :after,
                                       open_item = case when :open then open_item else null end,
                                       ended_at = case when :open then ended_at else :now end
                                where id = :id and state = :before""")
                        .param("after", after.name())
                        .param("open", after.isOpen())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("before", before.name())
                        .update()
                == 1;
    }

    /** @throws DuplicateKeyException if the level or the person signed already */
    void insert(long request, Signature signature) {
        jdbc.sql("insert into approval_signature (request_id, signed_as, decided_by, approved, reason, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        request,
                        signature.level().id(),
                        signature.by(),
                        signature.approved(),
                        signature.reason(),
                        signature.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Long> ids(PoamId item) {
        return jdbc.sql("select id from approval_request where item_id = ? order by id")
                .param(item.text())
                .query(Long.class)
                .list();
    }

    Optional<ApprovalRequest> find(long id) {
        return jdbc.sql("select * from approval_request where id = ?")
                .param(id)
                .query(this::request)
                .optional();
    }

    List<ApprovalRequest> openFor(PoamId item) {
        return jdbc.sql("select * from approval_request where open_item = ? order by id")
                .param(item.text())
                .query(this::request)
                .list();
    }

    List<ApprovalRequest> of(RequestKind kind, PoamId item) {
        return jdbc.sql("select * from approval_request where item_id = ? and kind = ? order by id desc")
                .params(item.text(), kind.name())
                .query(this::request)
                .list();
    }

    int countApproved(RequestKind kind, PoamId item) {
        return jdbc.sql("select count(*) from approval_request where item_id = ? and kind = ? and state = ?")
                .params(item.text(), kind.name(), ApprovalState.APPROVED.name())
                .query(Integer.class)
                .single();
    }

    private ApprovalRequest request(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new ApprovalRequest(
                id,
                RequestKind.valueOf(row.getString("kind")),
                new PoamId(row.getString("item_id")),
                ApprovalState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                signatures(id));
    }

    private List<Signature> signatures(long request) {
        return jdbc.sql("select * from approval_signature where request_id = ? order by decided_at")
                .param(request)
                .query((row, number) -> new Signature(
                        Group.withId(row.getString("signed_as")).orElseThrow(),
                        row.getString("decided_by"),
                        row.getBoolean("approved"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
