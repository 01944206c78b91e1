package io.closeout.review.status;

import io.closeout.register.PoamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words on items as rows, which are only added. */
@Repository
class StatusUpdateRows {

    private final JdbcClient jdbc;

    StatusUpdateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PoamId item, StatusWord word, String by, LocalDate today, Instant now) {
        jdbc.sql("""
                        insert into status_update
                            (item_id, outlook, percent_done, note, blocker, given_by, given_on, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        item.text(),
                        word.outlook().name(),
                        word.percent(),
                        word.note(),
                        word.blocker(),
                        by,
                        today,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    List<StatusUpdate> of(PoamId item) {
        return jdbc.sql("select * from status_update where item_id = ? order by id desc")
                .param(item.text())
                .query(StatusUpdateRows::update)
                .list();
    }

    private static StatusUpdate update(ResultSet row, int number) throws SQLException {
        return new StatusUpdate(
                row.getLong("id"),
                new PoamId(row.getString("item_id")),
                new StatusWord(
                        Outlook.valueOf(row.getString("outlook")),
                        row.getInt("percent_done"),
                        row.getString("note"),
                        row.getString("blocker")),
                row.getString("given_by"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
