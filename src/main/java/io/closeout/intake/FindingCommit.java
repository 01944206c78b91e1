package io.closeout.intake;

import io.closeout.policy.Criticality;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.Findings;
import io.closeout.register.Findings.Sighting;
import io.closeout.register.NewFinding;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits staged findings: opens their items, adds them, and notes what changed; a batch is one transaction. */
@Component
class FindingCommit {

    private static final Logger log = LoggerFactory.getLogger(FindingCommit.class);

    private static final int FINDINGS_PER_BATCH = 1000;
    private static final int SIGHTINGS_PER_BATCH = 1000;

    private static final String OPEN_ROWS =
            " scan_id = :scan and committed = false and verdict in ('NEW', 'REAPPEARED')";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Register register;
    private final Findings findings;
    private final IntakeSettings settings;
    private final TransactionTemplate transaction;

    FindingCommit(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Register register,
            Findings findings,
            IntakeSettings settings,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.register = register;
        this.findings = findings;
        this.settings = settings;
        this.transaction = transaction;
    }

    int uncommitted(long scanId) {
        return jdbc.sql("select count(*) from staged_finding where" + OPEN_ROWS)
                .param("scan", scanId)
                .query(Integer.class)
                .single();
    }

    /**
     * Commits the next batch; if it fails, its items one by one, so that a single bad one does not hold up the others.
     *
     * @return how many findings were committed; 0 when none is left
     */
    int commitBatch(Scan scan) {
        List<String> items = nextItems(scan.id());
        if (items.isEmpty()) {
            return 0;
        }
        try {
            return commit(scan, items);
        } catch (RuntimeException failed) {
            if (items.size() == 1) {
                throw failed;
            }
            log.warn("A batch of scan {} failed and is tried item by item: {}", scan.id(), failed.toString());
            return items.stream().mapToInt(item -> commit(scan, List.of(item))).sum();
        }
    }

    private List<String> nextItems(long scanId) {
        return jdbc.sql("select item_id from staged_finding where" + OPEN_ROWS
                        + " group by item_id order by item_id fetch first :items rows only")
                .param("scan", scanId)
                .param("items", settings.batchSize())
                .query(String.class)
                .list();
    }

    private int commit(Scan scan, List<String> items) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int opened = openItems(scan, items);
            List<Row> rows = rows(scan, items);
            findings.add(rows.stream().map(Row::finding).toList());
            note(scan.id(), rows);
            batches.batchUpdate(
                    "update staged_finding set committed = true where scan_id = " + scan.id() + " and finding_no = ?",
                    rows,
                    FINDINGS_PER_BATCH,
                    (statement, row) -> statement.setInt(1, row.number()));
            jdbc.sql("update scan set items_opened = items_opened + :opened where id = :scan")
                    .param("opened", opened)
                    .param("scan", scan.id())
                    .update();
            return rows.size();
        }));
    }

    private int openItems(Scan scan, List<String> items) {
        List<ItemToOpen> toOpen = itemsToOpen(scan, items);
        toOpen.forEach(each -> register.open(each.id(), each.from(), ScanCommit.IMPORT));
        batches.batchUpdate(
                "update staged_item set opened = true where scan_id = " + scan.id() + " and item_id = ?",
                toOpen,
                toOpen.size() + 1,
                (statement, each) -> statement.setString(1, each.id().text()));
        long reopened =
                toOpen.stream().filter(each -> each.from().reopens() != null).count();
        jdbc.sql("update scan set items_reopened = items_reopened + :reopened where id = :scan")
                .param("reopened", reopened)
                .param("scan", scan.id())
                .update();
        return toOpen.size();
    }

    private record ItemToOpen(PoamId id, NewItem from) {}

    private List<ItemToOpen> itemsToOpen(Scan scan, List<String> items) {
        return jdbc.sql("""
                        select n.item_id, n.detected_on, n.reopens, n.sibling_of, c.weakness_id, c.title, c.description, c.check_id,
                          c.severity, c.cvss, i.criticality, i.exposed, i.group_from, i.group_to
                        from staged_item n
                        join staged_check c on c.scan_id = n.scan_id and c.check_no = n.check_no
                        join (select s.item_id,
                            max(case a.criticality when 'HIGH' then 2 when 'MEDIUM' then 1 else 0 end) as criticality,
                            max(case when a.publicly_exposed then 1 else 0 end) as exposed,
                            min(coalesce(a.owner_group, '')) as group_from, max(coalesce(a.owner_group, '')) as group_to
                          from staged_finding s join asset a on a.id = s.asset_id
                          where s.scan_id = :scan and s.item_id in (:items) group by s.item_id) i on i.item_id = n.item_id
                        where n.scan_id = :scan and n.item_id in (:items) and n.opened = false
                        order by n.item_id
                        """)
                .param("scan", scan.id())
                .param("items", items)
                .query((row, number) -> {
                    String group = row.getString("group_from");
                    boolean agreed = !group.isEmpty() && group.equals(row.getString("group_to"));
                    AssetImpact impact = new AssetImpact(
                            Criticality.values()[row.getInt("criticality")],
                            row.getInt("exposed") == 1,
                            agreed ? group : null);
                    return new ItemToOpen(
                            new PoamId(row.getString("item_id")),
                            new NewItem(
                                    scan.scopeId(),
                                    row.getLong("weakness_id"),
                                    Track.OPERATIONAL,
                                    row.getString("title"),
                                    row.getString("description"),
                                    ScannerNames.shown(scan.scanner()),
                                    row.getString("check_id"),
                                    Severity.valueOf(row.getString("severity")),
                                    row.getBigDecimal("cvss"),
                                    row.getDate("detected_on").toLocalDate(),
                                    impact,
                                    row.getString("reopens"),
                                    row.getString("sibling_of")));
                })
                .list();
    }

    private record Row(int number, String verdict, NewFinding finding) {}

    private List<Row> rows(Scan scan, List<String> items) {
        return jdbc.sql("""
                        select s.finding_no, s.verdict, c.weakness_id, s.asset_id, s.location, s.severity, s.item_id,
                          s.plugin_output, h.seen_at, s.finding_id
                        from staged_finding s
                        join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                        join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                        where s.scan_id = :scan and s.committed = false and s.verdict in ('NEW', 'REAPPEARED')
                          and s.item_id in (:items)
                        order by s.item_id, s.finding_no fetch first :most rows only
                        """)
                .param("scan", scan.id())
                .param("items", items)
                .param("most", FINDINGS_PER_BATCH)
                .query((row, number) -> new Row(
                        row.getInt("finding_no"),
                        row.getString("verdict"),
                        new NewFinding(
                                scan.scopeId(),
                                row.getLong("weakness_id"),
                                row.getLong("asset_id"),
                                row.getString("location"),
                                Severity.valueOf(row.getString("severity")),
                                row.getString("item_id"),
                                row.getString("plugin_output"),
                                scan.id(),
                                row.getTimestamp("seen_at").toInstant(),
                                row.getObject("finding_id") == null ? null : row.getLong("finding_id"))))
                .list();
    }

    private void note(long scanId, List<Row> rows) {
        batches.batchUpdate(
                "insert into import_change (scan_id, finding_id, kind, item_id) select ?, f.id, ?, f.item_id from finding f"
                        + " where f.weakness_id = ? and f.asset_id = ? and f.location = ? and f.superseded = false",
                rows,
                FINDINGS_PER_BATCH,
                (statement, row) -> {
                    statement.setLong(1, scanId);
                    statement.setString(2, row.verdict());
                    statement.setLong(3, row.finding().weaknessId());
                    statement.setLong(4, row.finding().assetId());
                    statement.setString(5, row.finding().location());
                });
    }

    /** Informational results are kept where they are new to their asset, and never make an item. */
    void keepInformational(Scan scan) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into info_observation (asset_id, scanner, check_id, location, title, first_scan_id)
                        select s.asset_id, :scanner, c.check_id, s.location, c.title, :scan from staged_finding s
                        join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                        where s.scan_id = :scan and s.informational = true and not exists (select 1 from info_observation o
                          where o.asset_id = s.asset_id and o.scanner = :scanner and o.check_id = c.check_id
                          and o.location = s.location)
                        """)
                .param("scan", scan.id())
                .param("scanner", scan.scanner())
                .update());
    }

    /** Moves "last seen" of open findings, only where it moves at all. */
    void seeAgain(Scan scan, Runnable alive) {
        List<Sighting> sightings = jdbc.sql("""
                        select f.id, h.seen_at from staged_finding s
                        join finding f on f.id = s.finding_id and f.state = 'OPEN'
                        join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                        where s.scan_id = :scan and s.verdict = 'SEEN_AGAIN' and f.last_seen_at < h.seen_at
                        order by f.id fetch first :most rows only
                        """)
                .param("scan", scan.id())
                .param("most", SIGHTINGS_PER_BATCH)
                .query((row, number) -> new Sighting(
                        row.getLong("id"), row.getTimestamp("seen_at").toInstant()))
                .list();
        if (!sightings.isEmpty()) {
            findings.seenAgain(scan.id(), sightings);
            alive.run();
            seeAgain(scan, alive);
        }
    }
}
