package io.closeout.intake;

import io.closeout.register.KeptRows;
import io.closeout.register.KeptRows.Table;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the last commit of a scope changes, so that it can be undone. A commit that is killed and goes on keeps what it found when it
 * first began. All methods run in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportJournal {

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJournal(KeptRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is known of a commit.
     *
     * @param beganAfter the last ledger event before it
     * @param endedWith its own last ledger event
     */
    record Entry(
            long scanId,
            Instant beganAt,
            long beganAfter,
            @Nullable Long endedWith) {}

    Optional<Entry> of(long scanId) {
        return jdbc.sql("select scan_id, began_at, began_after, ended_with from import_journal where scan_id = ?")
                .param(scanId)
                .query(Entry.class)
                .optional();
    }

    /** Before anything of the scan becomes known. From here on the commit before it can be undone no more. */
    void begin(Scan scan) {
        if (of(scan.id()).isPresent()) {
            return;
        }
        others(scan).forEach(this::forget);
        jdbc.sql("insert into import_journal (scan_id, scope_id, began_at, began_after) values (?, ?, ?, " + LAST_EVENT
                        + ")")
                .params(scan.id(), scan.scopeId(), Timestamp.from(clock.instant()))
                .update();
        Map<String, ?> scope = Map.of("scope", scan.scopeId());
        rows.keep(scan.id(), Table.ASSET, OF_SCOPE, scope);
        rows.keep(scan.id(), Table.ASSET_IDENTIFIER, OF_SCOPE, scope);
        rows.keep(scan.id(), Table.SUPPRESSION, "t.scope_id = :scope and t.ended_at is null", scope);
        rows.keep(
                scan.id(),
                Table.WEAKNESS,
                "t.scanner = :scanner and t.check_id in (select c.check_id from staged_check c where c.scan_id = :scan)",
                Map.of("scanner", String.valueOf(scan.scanner())));
    }

    private static final String LAST_EVENT = "(select coalesce(max(id), 0) from ledger_event)";
    private static final String OF_SCOPE = "t.scope_id = :scope";

    private List<Long> others(Scan scan) {
        return jdbc.sql("select scan_id from import_journal where scope_id = ? and scan_id <> ?")
                .params(scan.scopeId(), scan.id())
                .query(Long.class)
                .list();
    }

    /** Machines, weaknesses and known false positives of the scan are known now. */
    void settled(Scan scan) {
        int first = jdbc.sql("update import_journal set settled = true where scan_id = ? and settled = false")
                .param(scan.id())
                .update();
        if (first == 0) {
            return;
        }
        rows.noteAdded(
                scan.id(),
                Table.ASSET,
                "t.id in (select h.asset_id from scan_host h where h.scan_id = :scan)",
                Map.of());
        rows.noteAdded(
                scan.id(),
                Table.ASSET_IDENTIFIER,
                "t.asset_id in (select h.asset_id from scan_host h where h.scan_id = :scan)",
                Map.of());
        rows.noteAdded(
                scan.id(),
                Table.WEAKNESS,
                "t.id in (select c.weakness_id from staged_check c where c.scan_id = :scan)",
                Map.of());
        rows.noteAdded(
                scan.id(),
                Table.SUPPRESSION,
                "t.scope_id = :scope and t.ended_at is null and t.decided_by is null",
                Map.of("scope", scan.scopeId()));
        rows.forgetUnchanged(scan.id(), Table.ASSET, "operating_system");
        rows.forgetUnchanged(scan.id(), Table.ASSET_IDENTIFIER, "asset_id");
    }

    /** Items that findings join, that may lose their last one or about which somebody is asked, and whose fix the scan contradicts. */
    private static final List<String> TOUCHED_ITEMS = List.of(
            "select s.item_id from staged_finding s where s.scan_id = :scan and s.item_id is not null",
            "select a.item_id from staged_absence a where a.scan_id = :scan and (a.absent = true or a.ask = true)",
            "select f.item_id from staged_finding s join finding f on f.id = s.finding_id join poam_item v on v.id = f.item_id"
                    + " where s.scan_id = :scan and s.verdict = 'SEEN_AGAIN' and v.stage = 'VERIFY'");

    private static final List<String> TOUCHED_FINDINGS = List.of(
            "select a.finding_id from staged_absence a where a.scan_id = :scan and a.absent = true",
            "select s.finding_id from staged_finding s where s.scan_id = :scan and s.verdict = 'REAPPEARED'",
            "select s.finding_id from staged_finding s join finding f on f.id = s.finding_id join scan_host h on h.scan_id = s.scan_id"
                    + " and h.host_no = s.host_no where s.scan_id = :scan and s.verdict = 'SEEN_AGAIN'"
                    + " and f.last_seen_at < h.seen_at");

    /** What an earlier try at the commit opened is no part of what was there before. */
    private static final String NOT_OPENED =
            "not in (select n.item_id from staged_item n where n.scan_id = :scan and n.opened = true)";

    /** Follows each judgement of a commit: what it will change, as it is before. */
    void keepTouched(Scan scan) {
        TOUCHED_ITEMS.forEach(items -> {
            // Their rows first: once an item is kept, an earlier try may have changed them.
            for (Table table : List.of(Table.ITEM_ASSET, Table.MILESTONE, Table.MILESTONE_CHANGE)) {
                rows.keep(
                        scan.id(),
                        table,
                        "t.item_id in (" + items + ") and t.item_id " + NOT_OPENED
                                + " and t.item_id not in (select k.id from undo_poam_item k where k.scan_id = :scan)",
                        Map.of());
            }
            rows.keep(scan.id(), Table.POAM_ITEM, "t.id in (" + items + ") and t.id " + NOT_OPENED, Map.of());
        });
        TOUCHED_FINDINGS.forEach(findings -> rows.keep(
                scan.id(), Table.FINDING, "t.id in (" + findings + ") and t.first_scan_id <> :scan", Map.of()));
    }

    /** While what was staged still stands. */
    void end(Scan scan) {
        rows.noteAdded(
                scan.id(),
                Table.POAM_ITEM,
                "t.id in (select n.item_id from staged_item n where n.scan_id = :scan and n.opened = true)",
                Map.of());
        jdbc.sql("update import_journal set ended_with = " + LAST_EVENT + " where scan_id = ?")
                .param(scan.id())
                .update();
    }

    void forget(long scanId) {
        rows.forget(scanId);
        jdbc.sql("delete from import_journal where scan_id = ?").param(scanId).update();
    }
}
