package io.closeout.intake;

import io.closeout.register.Findings;
import io.closeout.register.Findings.Sighting;
import io.closeout.register.ItemGroups;
import io.closeout.register.NewFinding;
import io.closeout.register.PoamId;
import io.closeout.shared.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits staged findings: has their items opened, adds them, and notes what changed; a batch is one transaction. */
@Component
class FindingCommit {

    private static final Logger log = LoggerFactory.getLogger(FindingCommit.class);

    private static final int FINDINGS_PER_BATCH = 1000;
    private static final int SIGHTINGS_PER_BATCH = 1000;

    private static final String OPEN_ROWS =
            " scan_id = :scan and committed = false and verdict in ('NEW', 'REAPPEARED')";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ScopeLease lease;
    private final TargetItems targets;
    private final ScanComparison comparison;
    private final ItemOpening opening;
    private final Findings findings;
    private final ItemGroups groups;
    private final IntakeSettings settings;
    private final TransactionTemplate transaction;

    FindingCommit(
            JdbcClient jdbc,
            JdbcTemplate batches,
            ScopeLease lease,
            TargetItems targets,
            ScanComparison comparison,
            ItemOpening opening,
            Findings findings,
            ItemGroups groups,
            IntakeSettings settings,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.lease = lease;
        this.targets = targets;
        this.comparison = comparison;
        this.opening = opening;
        this.findings = findings;
        this.groups = groups;
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
     * Commits what is open, batch by batch. A batch that fails is tried item by item, so that a single bad one does not hold up the
     * others.
     *
     * @param told how many findings are committed so far
     * @throws RuntimeException the failure of the first item that cannot be committed, after all others were
     */
    void commitAll(Scan scan, IntConsumer told) {
        Map<String, RuntimeException> failed = new LinkedHashMap<>();
        int done = 0;
        for (List<String> items = nextItems(scan.id(), failed.keySet());
                !items.isEmpty();
                items = nextItems(scan.id(), failed.keySet())) {
            done += commitBatch(scan, items, failed);
            told.accept(done);
        }
        failed.values().stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    private int commitBatch(Scan scan, List<String> items, Map<String, RuntimeException> failed) {
        try {
            return commit(scan, items);
        } catch (ScopeBusy lost) {
            throw lost;
        } catch (RuntimeException failure) {
            log.warn("A batch of scan {} failed and is tried item by item: {}", scan.id(), failure.toString());
            return commitOneByOne(scan, items, failed);
        }
    }

    private int commitOneByOne(Scan scan, List<String> items, Map<String, RuntimeException> failed) {
        int done = 0;
        for (String item : items) {
            try {
                done += commit(scan, List.of(item));
            } catch (ScopeBusy lost) {
                throw lost;
            } catch (RuntimeException failure) {
                log.warn("{} of scan {} cannot be committed: {}", item, scan.id(), failure.toString());
                failed.put(item, failure);
            }
        }
        if (failed.keySet().containsAll(items)) {
            // Then it is not the items' fault, and the next batch would fare no better.
            throw failed.get(items.get(0));
        }
        return done;
    }

    private List<String> nextItems(long scanId, Set<String> failed) {
        return jdbc.sql("select item_id from staged_finding where" + OPEN_ROWS + " and item_id not in (:failed)"
                        + " group by item_id order by item_id fetch first :items rows only")
                .param("scan", scanId)
                .param("failed", failed.isEmpty() ? Set.of("none") : failed)
                .param("items", settings.batchSize())
                .query(String.class)
                .list();
    }

    private int commit(Scan scan, List<String> items) {
        Integer done = transaction.execute(status -> {
            lease.keep(scan);
            return targets.hold(scan, items) ? add(scan, items) : null;
        });
        if (done == null) {
            // Somebody decided meanwhile: what would have joined these items goes elsewhere now, or nowhere.
            comparison.judge(scan);
            return 0;
        }
        return done;
    }

    private int add(Scan scan, List<String> items) {
        opening.open(scan, items);
        List<Row> rows = rows(scan, items);
        findings.add(rows.stream().map(Row::finding).toList());
        gather(rows);
        note(scan.id(), rows);
        batches.batchUpdate(
                "update staged_finding set committed = true where scan_id = " + scan.id() + " and finding_no = ?",
                rows,
                FINDINGS_PER_BATCH,
                (statement, row) -> statement.setInt(1, row.number()));
        return rows.size();
    }

    /** An item of one weakness has nothing to gather. */
    private void gather(List<Row> rows) {
        groups.gather(
                rows.stream()
                        .filter(Row::grouped)
                        .map(row -> new PoamId(row.finding().itemId()))
                        .collect(Collectors.toSet()),
                ScanCommit.IMPORT);
    }

    private record Row(int number, String verdict, boolean grouped, NewFinding finding) {}

    private List<Row> rows(Scan scan, List<String> items) {
        return jdbc.sql("""
                        select s.finding_no, s.verdict, c.weakness_id, s.asset_id, s.location, s.severity, s.item_id,
                          s.plugin_output, h.seen_at, s.finding_id, s.group_key
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
                        row.getString("group_key") != null,
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
        for (List<Sighting> sightings = sightings(scan.id()); !sightings.isEmpty(); sightings = sightings(scan.id())) {
            List<Sighting> batch = sightings;
            transaction.executeWithoutResult(status -> {
                lease.keep(scan);
                findings.seenAgain(scan.id(), batch);
            });
            alive.run();
        }
    }

    /** The latest of each finding: entries of one machine may have ended at different times. */
    private List<Sighting> sightings(long scanId) {
        return jdbc.sql("""
                        select f.id, max(h.seen_at) as seen_at from staged_finding s
                        join finding f on f.id = s.finding_id and f.state = 'OPEN'
                        join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                        where s.scan_id = :scan and s.verdict = 'SEEN_AGAIN' and f.last_seen_at < h.seen_at
                        group by f.id order by f.id fetch first :most rows only
                        """)
                .param("scan", scanId)
                .param("most", SIGHTINGS_PER_BATCH)
                .query((row, number) -> new Sighting(
                        row.getLong("id"), row.getTimestamp("seen_at").toInstant()))
                .list();
    }
}
