package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.JoinProposals;
import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Last step of an import: findings, items with their processes, and ledger, a batch at a time and each batch one transaction. What
 * is committed is marked in the same transaction, so that a killed commit goes on where it stood.
 */
@Service
public class ScanCommit {

    private static final Logger log = LoggerFactory.getLogger(ScanCommit.class);

    static final Actor IMPORT = Actor.system("import");

    /** Percent of the whole import at which the commit begins, and beyond which only its end goes. */
    private static final int FIRST = ScanReading.SHARE + 15;

    private static final int LAST = 99;

    private final Scans scans;
    private final Staging staging;
    private final ScopeLease lease;
    private final ScanComparison comparison;
    private final ScanSettlement settlement;
    private final SuppressedFindings suppressed;
    private final FindingCommit findings;
    private final RescanVerdicts rescan;
    private final AbsenceQuestions questions;
    private final UnchangedFindings unchanged;
    private final JoinProposals proposals;
    private final ImportJournal journal;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScanCommit(
            Scans scans,
            Staging staging,
            ScopeLease lease,
            ScanComparison comparison,
            ScanSettlement settlement,
            SuppressedFindings suppressed,
            FindingCommit findings,
            RescanVerdicts rescan,
            AbsenceQuestions questions,
            UnchangedFindings unchanged,
            JoinProposals proposals,
            ImportJournal journal,
            JdbcClient jdbc,
            Ledger ledger,
            Clock clock,
            TransactionTemplate transaction) {
        this.scans = scans;
        this.staging = staging;
        this.lease = lease;
        this.comparison = comparison;
        this.settlement = settlement;
        this.suppressed = suppressed;
        this.findings = findings;
        this.rescan = rescan;
        this.questions = questions;
        this.unchanged = unchanged;
        this.proposals = proposals;
        this.journal = journal;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @throws ScopeBusy while another import compares or commits in the same scope */
    public void commit(long scanId, Progress progress) {
        Scan scan = scans.get(scanId);
        if (scan.state() == ScanState.DONE) {
            return;
        }
        lease.hold(scan);
        scans.enter(scanId, ScanState.COMMITTING);
        transaction.executeWithoutResult(status -> {
            lease.keep(scan);
            journal.begin(scan);
        });
        settlement.settle(scan, () -> progress.at(FIRST));
        transaction.executeWithoutResult(status -> {
            journal.settled(scan);
            suppressed.endChanged(scan);
        });
        // People may have moved items since the comparison, or another import while this one was down.
        comparison.judge(scan);
        int open = findings.uncommitted(scanId);
        findings.commitAll(scan, done -> progress.at(percent(done, open)));
        findings.keepInformational(scan);
        findings.seeAgain(scan, () -> progress.at(LAST));
        rescan.judgeStillSeen(scan);
        rescan.judgeAbsent(scan, () -> progress.at(LAST));
        questions.ask(scan, () -> progress.at(LAST));
        transaction.executeWithoutResult(status -> {
            lease.keep(scan);
            proposals.propose(scan.scopeId(), scanId);
        });
        finish(scan);
        progress.at(100);
    }

    private static int percent(int done, int open) {
        return FIRST + (int) ((long) (LAST - FIRST) * done / open);
    }

    private void finish(Scan scan) {
        transaction.executeWithoutResult(status -> {
            lease.keep(scan);
            unchanged.sumUp(scan);
            suppressed.sumUp(scan);
            jdbc.sql("update scan set state = ?, progress = 100, finished_at = ? where id = ?")
                    .params(ScanState.DONE.name(), Timestamp.from(clock.instant()), scan.id())
                    .update();
            ScanCounts counts = scans.get(scan.id()).counts();
            ledger.append(LedgerEntry.of("scanCommitted", scan.subject(), IMPORT)
                    .with("new", counts.newFindings())
                    .with("seenAgain", counts.seenAgain())
                    .with("reappeared", counts.reappeared())
                    .with("suppressed", counts.suppressed())
                    .with("verifiedAbsent", counts.verifiedAbsent())
                    .with("notObserved", counts.notObserved())
                    .with("itemsOpened", counts.itemsOpened())
                    .with("itemsVerified", counts.itemsVerified()));
            journal.end(scan);
            staging.finish(scan.id());
            log.info("Scan {} committed: {}", scan.id(), counts);
            lease.release(scan.id());
        });
    }
}
