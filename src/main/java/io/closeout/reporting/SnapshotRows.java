package io.closeout.reporting;

import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Snapshots as rows. Nothing here changes one that is written. */
@Repository
class SnapshotRows {

    private static final String OPEN = " status in ('NEW', 'PLANNED', 'IN_PROGRESS', 'AWAITING_VERIFICATION')";

    private static final int PAGE = 5000;

    private final JdbcClient jdbc;

    SnapshotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Head(Instant takenAt, String digest, String figures) {}

    /** Items that have not ended, and those that ended since the day, in one statement. */
    void freeze(String period, LocalDate from) {
        jdbc.sql("""
                        insert into snapshot_item (period, item_id, title, status, severity, priority, detected_on,
                                                   due_on, owner_id, has_plan, percent_done)
                        select :period, i.id, i.title, i.status, i.severity, i.priority, i.detected_on,
                               greatest(coalesce(i.planned_completion, i.deadline),
                                        coalesce(i.vendor_wait_until, i.planned_completion, i.deadline)), i.owner_id,
                               case when i.planned_completion is null then false else true end, w.percent_done
                        from poam_item i
                        left join (select item_id, max(id) as id from status_update group by item_id) newest
                               on newest.item_id = i.id
                        left join status_update w on w.id = newest.id
                        where i.status not in ('CLOSED', 'FALSE_POSITIVE') or i.closed_on >= :from""").param("period", period).param("from", from).update();
    }

    void insert(String period, LocalDate from, LocalDate asOf, Head head) {
        jdbc.sql("insert into snapshot (period, from_day, as_of, taken_at, digest, figures) values (?, ?, ?, ?, ?, ?)")
                .params(period, from, asOf, head.takenAt().atOffset(ZoneOffset.UTC), head.digest(), head.figures())
                .update();
    }

    Optional<Head> find(String period) {
        return jdbc.sql("select taken_at, digest, figures from snapshot where period = ?")
                .param(period)
                .query((row, number) -> new Head(
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("digest"),
                        row.getString("figures")))
                .optional();
    }

    /** By rising id, a page at a time. */
    void each(String period, Consumer<FrozenItem> taker) {
        String last = "";
        List<FrozenItem> page;
        do {
            page = jdbc.sql("select * from snapshot_item where period = ? and item_id > ? order by item_id"
                            + " fetch first ? rows only")
                    .params(period, last, PAGE)
                    .query(SnapshotRows::item)
                    .list();
            page.forEach(taker);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    /** The longest overdue first. */
    List<FrozenItem> overdue(String period, LocalDate asOf, int most) {
        return jdbc.sql("select * from snapshot_item where period = ? and due_on < ? and" + OPEN
                        + " order by due_on, item_id fetch first ? rows only")
                .params(period, asOf, most)
                .query(SnapshotRows::item)
                .list();
    }

    int overdueOf(String period, LocalDate asOf, String owner) {
        return jdbc.sql("select count(*) from snapshot_item where period = ? and due_on < ? and owner_id = ? and"
                        + OPEN)
                .params(period, asOf, owner)
                .query(Integer.class)
                .single();
    }

    private static FrozenItem item(ResultSet row, int number) throws SQLException {
        return new FrozenItem(
                row.getString("item_id"),
                row.getString("title"),
                ItemStatus.valueOf(row.getString("status")),
                Severity.valueOf(row.getString("severity")),
                Severity.valueOf(row.getString("priority")),
                row.getObject("detected_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("owner_id"),
                row.getBoolean("has_plan"),
                row.getObject("percent_done", Integer.class));
    }
}
