package io.closeout.review;

import io.closeout.access.Group;
import io.closeout.register.PoamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Requests for more time and their decisions as rows. A request changes its state only, a decision never. */
@Repository
class ExtensionRows {

    private final JdbcClient jdbc;

    ExtensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the id of the request
     * @throws DuplicateKeyException if one is open for the item already
     */
    long insert(PoamId item, MoreTime wanted, LocalDate present, String by, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into extension_request (item_id, open_item, state, reason, interim_mitigation,
                                                       present_completion, new_date, asked_by, asked_at)
                        values (:item, :item, :state, :reason, :mitigation, :present, :newDate, :by, :now)""")
                .param("item", item.text())
                .param("state", ExtensionState.REQUESTED.name())
                .param("reason", wanted.reason())
                .param("mitigation", wanted.interimMitigation())
                .param("present", present)
                .param("newDate", wanted.newDate())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    /** @return whether it still was in the state before */
    boolean move(long id, ExtensionState before, ExtensionState after, Instant now) {
        return jdbc.sql("""
                                update extension_request set state = :after,
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
    void insert(long request, ExtensionDecision decision) {
        jdbc.sql("insert into extension_decision (request_id, signed_as, decided_by, approved, reason, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        request,
                        decision.level().id(),
                        decision.by(),
                        decision.approved(),
                        decision.reason(),
                        decision.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ExtensionRequest> find(long id) {
        return jdbc.sql("select * from extension_request where id = ?")
                .param(id)
                .query(this::request)
                .optional();
    }

    Optional<ExtensionRequest> openFor(PoamId item) {
        return jdbc.sql("select * from extension_request where open_item = ?")
                .param(item.text())
                .query(this::request)
                .optional();
    }

    List<ExtensionRequest> of(PoamId item) {
        return jdbc.sql("select * from extension_request where item_id = ? order by id desc")
                .param(item.text())
                .query(this::request)
                .list();
    }

    int countApproved(PoamId item) {
        return jdbc.sql("select count(*) from extension_request where item_id = ? and state = ?")
                .params(item.text(), ExtensionState.APPROVED.name())
                .query(Integer.class)
                .single();
    }

    private ExtensionRequest request(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new ExtensionRequest(
                id,
                new PoamId(row.getString("item_id")),
                ExtensionState.valueOf(row.getString("state")),
                new MoreTime(
                        row.getString("reason"),
                        row.getObject("new_date", LocalDate.class),
                        row.getString("interim_mitigation")),
                row.getObject("present_completion", LocalDate.class),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decisions(id));
    }

    private List<ExtensionDecision> decisions(long request) {
        return jdbc.sql("select * from extension_decision where request_id = ? order by decided_at")
                .param(request)
                .query((row, number) -> new ExtensionDecision(
                        Group.withId(row.getString("signed_as")).orElseThrow(),
                        row.getString("decided_by"),
                        row.getBoolean("approved"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
