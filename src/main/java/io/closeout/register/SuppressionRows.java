package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.Suppression.End;
import io.closeout.register.Suppressions.Decided;
import io.closeout.register.Suppressions.Known;
import io.closeout.shared.Severity;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Suppressions as rows. A row is added, and ended once. */
@Repository
class SuppressionRows {

    private static final String READ =
            "select p.id, p.weakness_id, w.check_id, w.title, p.asset_id, a.name as asset, p.check_digest, p.severity, p.starts_at, p.until_on, p.reason,"
                    + " p.request_id, p.item_id, p.decided_by, p.table_version, p.table_row, p.table_source, p.ended_at,"
                    + " p.ended_how from suppression p join weakness w on w.id = p.weakness_id"
                    + " left join asset a on a.id = p.asset_id ";

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    SuppressionRows(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void insert(PoamItem item, long weakness, Severity severity, Decided decided, Actor by) {
        String digest = digestOf(weakness);
        List<@Nullable Long> assets = decided.assets().isEmpty()
                ? Arrays.asList((Long) null)
                : decided.assets().stream().sorted().toList();
        assets.forEach(asset -> jdbc.sql(
                        "insert into suppression (scope_id, weakness_id, asset_id, check_digest, severity, starts_at, until_on,"
                                + " reason, request_id, item_id, decided_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        item.scopeId(),
                        weakness,
                        asset,
                        digest,
                        severity.name(),
                        Timestamp.from(calendar.now()),
                        Date.valueOf(decided.until()),
                        decided.reason(),
                        decided.requestId(),
                        item.id().text(),
                        by.id()))
                .update());
    }

    private String digestOf(long weakness) {
        return jdbc.sql("select title, cves from weakness where id = ?")
                .param(weakness)
                .query((row, number) -> CheckDigest.of(row.getString("title"), row.getString("cves")))
                .single();
    }

    /** @return its id */
    long insert(Known known, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into suppression (scope_id, weakness_id, asset_id, check_digest, severity, starts_at, until_on,"
                                + " reason, table_version, table_row, table_source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        known.scopeId(),
                        known.weaknessId(),
                        known.assetId(),
                        known.checkDigest(),
                        known.severity().name(),
                        Timestamp.from(now),
                        Date.valueOf(known.until()),
                        known.reason(),
                        known.tableVersion(),
                        known.tableRow(),
                        known.tableSource()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    /** @return whether it still held */
    boolean end(long id, End how, Instant now) {
        return jdbc.sql("update suppression set ended_at = ?, ended_how = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), how.name(), id)
                        .update()
                == 1;
    }

    void move(long fromAsset, long intoAsset) {
        jdbc.sql("update suppression set asset_id = ? where asset_id = ?")
                .params(intoAsset, fromAsset)
                .update();
    }

    boolean anyInForce(String scopeId, LocalDate today) {
        return !jdbc.sql("select id from suppression where scope_id = ? and ended_at is null and until_on >= ?"
                        + " fetch first 1 rows only")
                .params(scopeId, Date.valueOf(today))
                .query(Long.class)
                .list()
                .isEmpty();
    }

    List<Suppression> inForceOf(long requestId) {
        return read(jdbc.sql(READ + "where p.request_id = ? and p.ended_at is null order by p.id")
                .param(requestId));
    }

    List<Suppression> inForceIn(String scopeId) {
        return read(jdbc.sql(READ + "where p.scope_id = ? and p.ended_at is null order by p.id")
                .param(scopeId));
    }

    List<Suppression> of(PoamId item) {
        return read(jdbc.sql(READ + "where p.item_id = ? order by p.id desc").param(item.text()));
    }

    List<Suppression> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql(READ + "where p.id in (:ids) order by p.id").param("ids", ids));
    }

    private static List<Suppression> read(StatementSpec statement) {
        return statement
                .query((row, number) -> new Suppression(
                        row.getLong("id"),
                        row.getLong("weakness_id"),
                        row.getString("check_id"),
                        row.getString("title"),
                        row.getObject("asset_id", Long.class),
                        row.getString("asset"),
                        row.getString("check_digest"),
                        Severity.valueOf(row.getString("severity")),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getDate("until_on").toLocalDate(),
                        row.getString("reason"),
                        row.getObject("request_id", Long.class),
                        row.getString("item_id"),
                        row.getString("decided_by"),
                        row.getObject("table_version", Integer.class),
                        row.getString("table_row"),
                        row.getString("table_source"),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant(),
                        row.getString("ended_how") == null ? null : End.valueOf(row.getString("ended_how"))))
                .list();
    }

    List<Long> weaknessesOf(PoamId item) {
        return jdbc.sql("select weakness_id from " + NamedCves.WEAKNESSES_OF_ITEM + " m where weakness_id is not null")
                .param("item", item.text())
                .query(Long.class)
                .list();
    }
}
