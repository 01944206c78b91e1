package io.closeout.intake;

import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a committed import changed, by item, and what it saw of each machine. Lists end after {@link #MOST} lines. */
@Service
@Transactional(readOnly = true)
public class ScanChanges {

    public static final int MOST = 200;

    private static final String WORST_FIRST =
            "case i.severity when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2"
                    + " when 'LOW' then 3 else 4 end, i.id fetch first " + MOST + " rows only";

    private final JdbcClient jdbc;
    private final Suppressions suppressions;

    ScanChanges(JdbcClient jdbc, Suppressions suppressions) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
    }

    /** How a finding changed. */
    public enum Kind {
        NEW,
        REAPPEARED,
        ABSENT,
        /** Perhaps gone; somebody is asked. */
        ASKED
    }

    /** Why a scan proves nothing of findings on a machine. */
    public enum Reason {
        NOT_REACHED,
        OLDER,
        NO_CREDENTIALS,
        CHECK_NOT_RUN,
        OLDER_FEED,
        PERSON_ASKED
    }

    /**
     * An item that an import touched.
     *
     * @param opened whether this import opened it
     * @param reopens the closed item that it continues
     * @param findings how many of its findings changed so, on that many {@code assets}
     */
    public record ChangedItem(
            String id,
            String title,
            Severity severity,
            boolean opened,
            @Nullable String reopens,
            int findings,
            int assets) {}

    /** An item whose findings were seen again. */
    public record SeenItem(String id, String title, Severity severity, int findings) {}

    /** What a suppression left out of a scan. */
    public record LeftOut(Suppression by, int findings, int assets) {}

    private record LeftOutCount(long suppressionId, int findings, int assets) {

        LeftOut by(Suppression suppression) {
            return new LeftOut(suppression, findings, assets);
        }
    }

    /** Open findings of one machine of which the scan proves nothing. */
    public record Unobserved(long assetId, String assetName, Reason reason, int findings) {}

    /** What the scan saw of one asset, by all its entries together. */
    public record Host(
            @Nullable Long assetId,
            String name,
            @Nullable String operatingSystem,
            @Nullable Instant endedAt,
            Told reached,
            Told credentialed) {}

    /** Worst first. */
    public List<ChangedItem> items(long scanId, Kind kind) {
        return jdbc.sql("""
                        select i.id, i.title, i.severity, i.reopens, c.findings, c.assets,
                          case when exists (select 1 from finding e where e.item_id = i.id and e.first_scan_id < :scan)
                            then false else true end as opened
                        from (select ic.item_id, count(*) as findings, count(distinct f.asset_id) as assets
                          from import_change ic join finding f on f.id = ic.finding_id
                          where ic.scan_id = :scan and ic.kind = :kind group by ic.item_id) c
                        join poam_item i on i.id = c.item_id order by
                        """ + WORST_FIRST)
                .param("scan", scanId)
                .param("kind", kind.name())
                .query(new SimplePropertyRowMapper<>(ChangedItem.class))
                .list();
    }

    /** Worst first. */
    public List<SeenItem> seenAgain(long scanId) {
        return jdbc.sql("select i.id, i.title, i.severity, s.findings from scan_seen_again s"
                        + " join poam_item i on i.id = s.item_id where s.scan_id = :scan order by " + WORST_FIRST)
                .param("scan", scanId)
                .query(new SimplePropertyRowMapper<>(SeenItem.class))
                .list();
    }

    /** In the order in which they were decided. */
    public List<LeftOut> suppressed(long scanId) {
        Map<Long, LeftOutCount> counts = jdbc
                .sql("select suppression_id, findings, assets from scan_suppressed where scan_id = ?"
                        + " order by suppression_id fetch first " + MOST + " rows only")
                .param(scanId)
                .query(LeftOutCount.class)
                .list()
                .stream()
                .collect(Collectors.toMap(LeftOutCount::suppressionId, each -> each));
        return suppressions.all(counts.keySet()).stream()
                .map(each -> Objects.requireNonNull(counts.get(each.id())).by(each))
                .toList();
    }

    /** By machine; a machine has a line for each reason. */
    public List<Unobserved> notObserved(long scanId) {
        return jdbc.sql("select n.asset_id, a.name as asset_name, n.reason, n.findings from scan_not_observed n"
                        + " join asset a on a.id = n.asset_id where n.scan_id = ? order by a.name, n.reason"
                        + " fetch first " + MOST + " rows only")
                .param(scanId)
                .query(new SimplePropertyRowMapper<>(Unobserved.class))
                .list();
    }

    /** By name. */
    public List<Host> hosts(long scanId) {
        return jdbc.sql("select h.asset_id, min(h.name) as name, max(h.operating_system) as operating_system,"
                        + " max(h.ended_at) as ended_at, " + Told.COLUMNS + " from scan_host h where h.scan_id = ?"
                        + " group by h.asset_id order by min(lower(h.name)), h.asset_id fetch first " + MOST + " rows only")
                .param(scanId)
                .query((row, number) -> new Host(
                        row.getObject("asset_id", Long.class),
                        row.getString("name"),
                        row.getString("operating_system"),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant(),
                        Told.reached(row),
                        Told.credentialed(row)))
                .list();
    }

    public int hostCount(long scanId) {
        return jdbc.sql("select count(distinct asset_id) from scan_host where scan_id = ?")
                .param(scanId)
                .query(Integer.class)
                .single();
    }
}
