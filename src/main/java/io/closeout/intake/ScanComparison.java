package io.closeout.intake;

import io.closeout.intake.Staging.UnsettledHost;
import io.closeout.register.AssetIdentity;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second step of an import: what would the file mean for the register? Looks up machines and weaknesses, then gives every staged
 * finding its verdict, and every open finding that is missing from the file its proof of absence or none. The register is
 * only read, so that whoever decides about a held import decides before anything has happened. It may be called again at any time
 * and then looks again at what is not committed yet.
 */
@Service
public class ScanComparison {

    private static final Logger log = LoggerFactory.getLogger(ScanComparison.class);

    private static final int HOSTS_PER_TRANSACTION = 200;

    private final Scans scans;
    private final Staging staging;
    private final ScopeLease lease;
    private final AssetIdentity identity;
    private final StagingStatistics statistics;
    private final FindingVerdicts verdicts;
    private final SuppressedFindings suppressed;
    private final ItemAssignment assignment;
    private final AbsenceProof absences;
    private final ImportJournal journal;
    private final TransactionTemplate transaction;

    ScanComparison(
            Scans scans,
            Staging staging,
            ScopeLease lease,
            AssetIdentity identity,
            StagingStatistics statistics,
            FindingVerdicts verdicts,
            SuppressedFindings suppressed,
            ItemAssignment assignment,
            AbsenceProof absences,
            ImportJournal journal,
            TransactionTemplate transaction) {
        this.scans = scans;
        this.staging = staging;
        this.lease = lease;
        this.identity = identity;
        this.statistics = statistics;
        this.verdicts = verdicts;
        this.suppressed = suppressed;
        this.assignment = assignment;
        this.absences = absences;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** @throws ScopeBusy while another import compares or commits in the same scope */
    public void compare(long scanId, Progress progress) {
        Scan scan = scans.get(scanId);
        lease.hold(scan);
        findHosts(scan);
        progress.at(ScanReading.SHARE + 5);
        transaction.executeWithoutResult(status -> {
            verdicts.findWeaknesses(scan);
            verdicts.settleAssets(scanId);
        });
        statistics.renew();
        transaction.executeWithoutResult(status -> verdicts.keepOneOfEach(scanId));
        progress.at(ScanReading.SHARE + 10);
        transaction.executeWithoutResult(status -> judgeOnce(scan));
        progress.at(ScanReading.SHARE + 15);
        log.info("Scan {} compared", scanId);
    }

    /** For a commit: items get their numbers, and what will change is kept. */
    void judge(Scan scan) {
        transaction.executeWithoutResult(status -> {
            judgeOnce(scan);
            assignment.assign(scan);
            journal.keepTouched(scan);
        });
    }

    /** In one transaction: verdicts and absences fit each other. */
    private void judgeOnce(Scan scan) {
        lease.keep(scan);
        verdicts.judge(scan);
        suppressed.leaveOut(scan);
        absences.prove(scan);
        verdicts.count(scan);
    }

    private void findHosts(Scan scan) {
        int after = Staging.ALL;
        List<UnsettledHost> hosts = staging.unsettledHosts(scan.id(), after, HOSTS_PER_TRANSACTION);
        while (!hosts.isEmpty()) {
            expect(scan, hosts);
            after = hosts.get(hosts.size() - 1).firstNo();
            hosts = staging.unsettledHosts(scan.id(), after, HOSTS_PER_TRANSACTION);
        }
    }

    private void expect(Scan scan, List<UnsettledHost> hosts) {
        transaction.executeWithoutResult(status -> {
            lease.keep(scan);
            hosts.forEach(host -> staging.expect(
                    scan.id(),
                    host.name(),
                    identity.find(scan.scopeId(), host.seen()).orElse(null)));
        });
    }
}
