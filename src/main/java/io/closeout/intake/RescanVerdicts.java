package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.register.Findings;
import io.closeout.register.Findings.Sighting;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a scan says of fixes (design: section 4). Only what ended after a fix was reported judges it; absence on all assets closes,
 * attaching the scan as evidence, and one asset that still shows the weakness sends the item back. One transaction per item.
 */
@Component
class RescanVerdicts {

    private static final int NAMED_ASSETS = 10;

    private final ParserRegistry parsers = new ParserRegistry();
    private final JdbcClient jdbc;
    private final ScopeLease lease;
    private final Register register;
    private final Findings findings;
    private final EvidenceLocker evidence;
    private final PolicyCalendar calendar;
    private final TransactionTemplate transaction;

    RescanVerdicts(
            JdbcClient jdbc,
            ScopeLease lease,
            Register register,
            Findings findings,
            EvidenceLocker evidence,
            PolicyCalendar calendar,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.register = register;
        this.findings = findings;
        this.evidence = evidence;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    void judgeStillSeen(Scan scan) {
        stillSeen(scan.id())
                .forEach(item -> transaction.executeWithoutResult(status -> {
                    lease.keep(scan);
                    PoamId id = new PoamId(item);
                    if (register.get(id).stage() == Stage.VERIFY) {
                        register.judgeByRescan(
                                id,
                                false,
                                "Scan " + scan.fileName() + " still sees it on " + assetsStillSeen(scan.id(), item),
                                ScanCommit.IMPORT);
                    }
                }));
    }

    private static final String SEEN_AFTER_FIX = """
             from staged_finding s
             join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
             join finding f on f.id = s.finding_id
             join poam_item i on i.id = case when s.verdict = 'REAPPEARED' then s.item_id else f.item_id end
             join asset a on a.id = s.asset_id
             where s.scan_id = :scan and s.verdict in ('SEEN_AGAIN', 'REAPPEARED') and i.stage = 'VERIFY'
               and h.seen_at > i.fix_reported_at
            """;

    private List<String> stillSeen(long scanId) {
        return jdbc.sql("select distinct i.id" + SEEN_AFTER_FIX + " order by i.id")
                .param("scan", scanId)
                .query(String.class)
                .list();
    }

    private String assetsStillSeen(long scanId, String item) {
        List<String> names = jdbc.sql("select distinct a.name" + SEEN_AFTER_FIX + " and i.id = :item order by a.name")
                .param("scan", scanId)
                .param("item", item)
                .query(String.class)
                .list();
        String named = names.stream().limit(NAMED_ASSETS).collect(Collectors.joining(", "));
        return names.size() <= NAMED_ASSETS ? named : named + " and " + (names.size() - NAMED_ASSETS) + " more";
    }

    void judgeAbsent(Scan scan, Runnable alive) {
        itemsWithAbsence(scan.id()).forEach(item -> {
            transaction.executeWithoutResult(status -> end(scan, new PoamId(item)));
            alive.run();
        });
    }

    private List<String> itemsWithAbsence(long scanId) {
        return jdbc.sql("select distinct item_id from staged_absence where scan_id = ? and absent = true"
                        + " and committed = false order by item_id")
                .param(scanId)
                .query(String.class)
                .list();
    }

    /** Somebody may have joined the item to another since the comparison: then its findings are that one's. */
    private void end(Scan scan, PoamId item) {
        lease.keep(scan);
        Optional<PoamId> other = register.get(item).joinedTo();
        other.ifPresent(joined -> jdbc.sql(
                        "update staged_absence set item_id = ? where scan_id = ? and item_id = ? and committed = false")
                .params(joined.text(), scan.id(), item.text())
                .update());
        endFindings(scan, other.orElse(item));
    }

    private void endFindings(Scan scan, PoamId item) {
        List<Sighting> absent = absent(scan.id(), item);
        findings.end(scan.id(), Findings.End.ABSENT, absent);
        note(scan.id(), item);
        PoamItem current = register.get(item);
        if (!current.hasEnded() && findings.openIn(item) == 0) {
            judgeGone(scan, current, absent);
        }
        jdbc.sql("update staged_absence set committed = true where scan_id = ? and item_id = ? and absent = true")
                .params(scan.id(), item.text())
                .update();
    }

    private List<Sighting> absent(long scanId, PoamId item) {
        return jdbc.sql(
                        "select finding_id, ended_at from staged_absence where scan_id = ? and item_id = ? and absent = true"
                                + " and committed = false")
                .params(scanId, item.text())
                .query((row, number) -> new Sighting(
                        row.getLong("finding_id"), row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    private void note(long scanId, PoamId item) {
        jdbc.sql(
                        "insert into import_change (scan_id, finding_id, kind, item_id) select scan_id, finding_id, 'ABSENT', item_id"
                                + " from staged_absence where scan_id = ? and item_id = ? and absent = true and committed = false")
                .params(scanId, item.text())
                .update();
    }

    private String byWhat(Scan scan) {
        return parsers.tellsCoverage(String.valueOf(scan.format())) ? "" : ", by the table coverageVerdict";
    }

    private void judgeGone(Scan scan, PoamItem item, List<Sighting> absent) {
        Instant earliest =
                absent.stream().map(Sighting::at).min(Instant::compareTo).orElseThrow();
        String what = "Scan " + scan.fileName() + " proves it absent on all assets" + byWhat(scan);
        evidence.add(
                NewEvidence.stored(
                        item.id().subject(),
                        EvidenceKind.SCAN,
                        scan.fileName(),
                        scan.fileDigest(),
                        calendar.dateOf(earliest),
                        what),
                ScanCommit.IMPORT);
        boolean afterReport = item.fixReportedAt().map(earliest::isAfter).orElse(false);
        if (item.stage() == Stage.VERIFY && afterReport) {
            register.judgeByRescan(item.id(), true, what, ScanCommit.IMPORT);
        } else {
            register.absenceProved(item.id(), what, ScanCommit.IMPORT);
        }
        if (register.get(item.id()).status() == ItemStatus.CLOSED) {
            jdbc.sql("update scan set items_verified = items_verified + 1 where id = ?")
                    .param(scan.id())
                    .update();
        }
    }
}
