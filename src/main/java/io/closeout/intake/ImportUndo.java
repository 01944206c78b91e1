package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.intake.ImportJournal.Entry;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.RegisterUndo;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Undoes the last import of a scope, as long as nobody has worked on what it brought: the register is then as if it had never been
 * committed. One transaction, so that it happens as a whole or not at all.
 */
@Service
public class ImportUndo {

    private static final int NAMED = 5;
    private static final int LONGEST_REASON = 2000;

    /** What the import says of itself, and would point into nothing. */
    private static final List<String> OF_THE_IMPORT =
            List.of("import_change", "scan_seen_again", "scan_not_observed", "scan_suppressed", "scan_host");

    private final Scans scans;
    private final ImportJournal journal;
    private final RegisterUndo register;
    private final ScopeLease lease;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportUndo(
            Scans scans,
            ImportJournal journal,
            RegisterUndo register,
            ScopeLease lease,
            Ledger ledger,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.scans = scans;
        this.journal = journal;
        this.register = register;
        this.lease = lease;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether undo is worth offering: it is the last import of its scope, and this person may. Somebody may still have worked on it. */
    public boolean isOfferedTo(Actor by, long scanId) {
        Scan scan = scans.get(scanId);
        return scan.state() == ScanState.DONE
                && mayUndo(scan, by)
                && Boolean.TRUE.equals(
                        transaction.execute(status -> last(scanId).isPresent()));
    }

    /** @throws Refused if it is not the last of its scope, somebody has worked on what it brought, or this person may not */
    public void undo(long scanId, @Nullable String reason, Actor by) {
        Scan scan = scans.get(scanId);
        mustBeDone(scan);
        if (!mayUndo(scan, by)) {
            by.mustBeIn("undo the import of somebody else", Group.ISSM);
        }
        String why = mustBeSaid(reason);
        try {
            lease.hold(scan);
        } catch (ScopeBusy busy) {
            throw Refused.because(
                    "Another import of this system is being taken in. Wait until it has ended; then that is the last one.");
        }
        try {
            transaction.executeWithoutResult(status -> undo(scan, why, by));
        } catch (DataIntegrityViolationException referredTo) {
            throw Refused.because(
                    "Something that was entered since refers to what this import brought, such as a finding on one of its"
                            + " machines. Nothing was undone.");
        } finally {
            lease.release(scanId);
        }
    }

    private void undo(Scan scan, String why, Actor by) {
        lease.keep(scan);
        mustBeDone(scans.get(scan.id()));
        Entry entry = last(scan.id())
                .orElseThrow(() -> Refused.because(
                        "Only the last import of a system can be undone, and this is not the last of its own."));
        mustBeUntouched(entry);
        boolean alone = isAlone(scan, entry);
        forgetWhatItSays(scan.id());
        register.undo(
                new RegisterUndo.Import(
                        scan.id(),
                        entry.beganAt(),
                        scan.fileDigest(),
                        alone,
                        "Import " + scan.id() + " (" + scan.fileName() + ")"),
                why,
                by);
        journal.forget(scan.id());
        jdbc.sql("update scan set state = ?, undone_by = ?, undone_at = ?, undone_because = ? where id = ?")
                .params(ScanState.UNDONE.name(), by.id(), Timestamp.from(clock.instant()), why, scan.id())
                .update();
        ledger.append(LedgerEntry.of("importUndone", scan.subject(), by).because(why));
    }

    private Optional<Entry> last(long scanId) {
        return journal.of(scanId).filter(entry -> entry.endedWith() != null);
    }

    private static boolean mayUndo(Scan scan, Actor by) {
        return by.isIn(Group.ISSM) || by.id().equals(scan.receivedBy());
    }

    private static void mustBeDone(Scan scan) {
        if (scan.state() != ScanState.DONE) {
            throw Refused.because("Only a committed import can be undone; the state of import " + scan.id() + " is "
                    + scan.state().label() + ".");
        }
    }

    private static String mustBeSaid(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.because("Say why the import is undone; it stands in the ledger.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refused.because("The reason is longer than " + LONGEST_REASON + " characters.");
        }
        return reason.strip();
    }

    private void mustBeUntouched(Entry entry) {
        List<String> touched = touched(entry);
        if (!touched.isEmpty()) {
            String named = touched.stream().limit(NAMED).collect(Collectors.joining(", "));
            String more = touched.size() > NAMED ? " and " + (touched.size() - NAMED) + " more" : "";
            throw Refused.because("Since the import something has changed on " + named + more
                    + ". That would be lost; settle what is wrong item by item instead.");
        }
    }

    /** What it opened may have been changed by clocks and feeds only, what was there before by nothing but the import. */
    private List<String> touched(Entry entry) {
        return jdbc.sql("""
                        select distinct k.name from ledger_event e
                        join (select 'item:' || u.id as subject, u.id as name, u.added from undo_poam_item u where u.scan_id = :scan
                          union all select 'asset:' || u.id, u.name, u.added from undo_asset u where u.scan_id = :scan) k
                          on k.subject = e.subject
                        where e.id > :began and (e.actor <> 'system' or (k.added = false and e.id > :ended))
                        order by k.name
                        """)
                .param("scan", entry.scanId())
                .param("began", entry.beganAfter())
                .param("ended", entry.endedWith())
                .query(String.class)
                .list();
    }

    /** Whether no other scope has heard of the scanner's checks since. */
    private boolean isAlone(Scan scan, Entry entry) {
        return jdbc.sql("select count(*) from import_journal j join scan s on s.id = j.scan_id"
                                + " where s.scanner = ? and j.scan_id <> ? and j.began_at >= ?")
                        .params(scan.scanner(), scan.id(), Timestamp.from(entry.beganAt()))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void forgetWhatItSays(long scanId) {
        jdbc.sql("delete from info_observation where first_scan_id = ?")
                .param(scanId)
                .update();
        OF_THE_IMPORT.forEach(table -> jdbc.sql("delete from " + table + " where scan_id = ?")
                .param(scanId)
                .update());
        // A held import may expect a machine that is known no more.
        jdbc.sql("update scan_host set asset_id = null where settled = false and asset_id in"
                        + " (select u.id from undo_asset u where u.scan_id = ? and u.added = true)")
                .param(scanId)
                .update();
    }
}
