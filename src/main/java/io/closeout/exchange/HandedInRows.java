package io.closeout.exchange;

import io.closeout.evidence.StoredFile;
import io.closeout.exchange.HandedIn.Counts;
import io.closeout.exchange.HandedIn.Decided;
import io.closeout.exchange.reader.Layout;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Workbooks that were handed in. */
@Repository
class HandedInRows {

    private final JdbcClient jdbc;

    HandedInRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String scope, String fileName, StoredFile file, Layout layout, String by, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into poam_workbook (scope_id, file_name, file_digest, file_size, layout, state, received_by,"
                        + " received_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scope,
                        fileName,
                        file.digest(),
                        file.size(),
                        layout.name(),
                        WorkbookState.AWAITING_DECISION.name(),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<HandedIn> find(long id) {
        return jdbc.sql("select * from poam_workbook where id = ?")
                .param(id)
                .query(HandedInRows::handedIn)
                .optional();
    }

    /** Newest first. */
    Page<HandedIn> list(PageRequest page) {
        List<HandedIn> found = jdbc.sql(
                        "select * from poam_workbook order by id desc offset ? rows fetch first ? rows only")
                .params(page.offset(), page.size())
                .query(HandedInRows::handedIn)
                .list();
        long total =
                jdbc.sql("select count(*) from poam_workbook").query(Long.class).single();
        return new Page<>(found, page.page(), page.size(), total);
    }

    /**
     * Whoever decides first decides.
     *
     * @return whether it waited for a decision
     */
    boolean decide(long id, WorkbookState state, String by, Instant now, @Nullable String reason) {
        return jdbc.sql("update poam_workbook set state = ?, decided_by = ?, decided_at = ?, reason = ?"
                                + " where id = ? and state = ?")
                        .params(
                                state.name(),
                                by,
                                now.atOffset(ZoneOffset.UTC),
                                reason,
                                id,
                                WorkbookState.AWAITING_DECISION.name())
                        .update()
                > 0;
    }

    void count(long id, Counts counts) {
        jdbc.sql("update poam_workbook set opened = ?, kept_as_history = ?, changed = ?, requests = ? where id = ?")
                .params(counts.opened(), counts.keptAsHistory(), counts.changed(), counts.requests(), id)
                .update();
    }

    /** Until the transaction ends nobody else decides on a workbook of this scope. */
    void hold(String scope) {
        jdbc.sql("select id from scope where id = ? for update")
                .param(scope)
                .query(String.class)
                .single();
    }

    private static HandedIn handedIn(ResultSet row, int number) throws SQLException {
        return new HandedIn(
                row.getLong("id"),
                row.getString("scope_id"),
                row.getString("file_name"),
                row.getString("file_digest"),
                Layout.valueOf(row.getString("layout")),
                WorkbookState.valueOf(row.getString("state")),
                row.getString("received_by"),
                instant(row, "received_at"),
                row.getString("decided_by") == null
                        ? null
                        : new Decided(row.getString("decided_by"), instant(row, "decided_at"), row.getString("reason")),
                new Counts(
                        row.getInt("opened"),
                        row.getInt("kept_as_history"),
                        row.getInt("changed"),
                        row.getInt("requests")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
