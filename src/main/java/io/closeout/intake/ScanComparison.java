package io.closeout.intake;

import io.closeout.register.AssetIdentity;
import io.closeout.register.SeenAsset;
import io.closeout.register.Weaknesses;
import io.closeout.register.Weaknesses.Weakness;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second step of an import: what does the file mean for the register? Recognises the machines and weaknesses, then gives every
 * staged finding its verdict and item, and every open finding that is missing from the file its proof of absence or none. It may be
 * called again at any time and then looks again at what is not committed yet.
 */
@Service
public class ScanComparison {

    private static final Logger log = LoggerFactory.getLogger(ScanComparison.class);

    private static final int HOSTS_PER_TRANSACTION = 100;
    private static final int RACES = 3;

    private final Scans scans;
    private final Staging staging;
    private final ScopeLease lease;
    private final AssetIdentity identity;
    private final Weaknesses weaknesses;
    private final StagingStatistics statistics;
    private final KnownChecks known;
    private final FindingVerdicts verdicts;
    private final SuppressedFindings suppressed;
    private final ItemAssignment assignment;
    private final AbsenceProof absences;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ScanComparison(
            Scans scans,
            Staging staging,
            ScopeLease lease,
            AssetIdentity identity,
            Weaknesses weaknesses,
            StagingStatistics statistics,
            KnownChecks known,
            FindingVerdicts verdicts,
            SuppressedFindings suppressed,
            ItemAssignment assignment,
            AbsenceProof absences,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.scans = scans;
        this.staging = staging;
        this.lease = lease;
        this.identity = identity;
        this.weaknesses = weaknesses;
        this.statistics = statistics;
        this.known = known;
        this.verdicts = verdicts;
        this.suppressed = suppressed;
        this.assignment = assignment;
        this.absences = absences;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @throws ScopeBusy while another import compares or commits in the same scope */
    public void compare(long scanId, Progress progress) {
        Scan scan = scans.get(scanId);
        lease.hold(scan);
        recogniseHosts(scan);
        progress.at(ScanReading.SHARE + 5);
        rememberWeaknesses(scan);
        transaction.executeWithoutResult(status -> known.settle(scan));
        progress.at(ScanReading.SHARE + 10);
        judge(scan);
        progress.at(ScanReading.SHARE + 15);
        log.info("Scan {} compared", scanId);
    }

    /** One transaction: verdicts, items and absences fit each other. */
    void judge(Scan scan) {
        transaction.executeWithoutResult(status -> {
            lease.keep(scan);
            verdicts.judge(scan);
            suppressed.leaveOut(scan);
            assignment.assign(scan);
            absences.prove(scan);
            verdicts.count(scan);
        });
    }

    private void recogniseHosts(Scan scan) {
        boolean more = true;
        while (more) {
            more = recogniseSome(scan);
        }
        transaction.executeWithoutResult(status -> verdicts.settleAssets(scan.id()));
        statistics.renew();
        transaction.executeWithoutResult(status -> verdicts.keepOneOfEach(scan.id()));
    }

    private boolean recogniseSome(Scan scan) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lease.keep(scan);
            Map<String, SeenAsset> hosts = staging.unsettledHosts(scan.id(), HOSTS_PER_TRANSACTION);
            hosts.forEach((name, seen) -> staging.settle(scan.id(), name, identity.recognise(scan.scopeId(), seen)));
            return !hosts.isEmpty();
        }));
    }

    private record StagedCheck(int checkNo, Weakness weakness) {}

    /** Weaknesses belong to all scopes: another scope's import may add the same ones, and then this is tried again. */
    private void rememberWeaknesses(Scan scan) {
        for (int tries = 1; tries < RACES; tries++) {
            try {
                rememberOnce(scan);
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException raced) {
                log.info("Scan {} met another import that adds the same weaknesses", scan.id());
            }
        }
        rememberOnce(scan);
    }

    private void rememberOnce(Scan scan) {
        transaction.executeWithoutResult(status -> unknownChecks(scan)
                .forEach(check -> jdbc.sql("update staged_check set weakness_id = ? where scan_id = ? and check_no = ?")
                        .params(weaknesses.remember(check.weakness()), scan.id(), check.checkNo())
                        .update()));
    }

    private List<StagedCheck> unknownChecks(Scan scan) {
        var weakness = new SimplePropertyRowMapper<>(Weakness.class);
        return jdbc.sql(
                        "select c.check_no, cast(:scanner as varchar(40)) as scanner, c.check_id, c.title, c.description,"
                                + " c.solution, c.reference_links as \"references\", c.cves, c.severity, c.cvss, c.cvss_vector,"
                                + " c.scanner_severity, c.check_family, c.local_check from staged_check c"
                                + " where c.scan_id = :scan and c.weakness_id is null and exists (select 1 from staged_finding s"
                                + " where s.scan_id = c.scan_id and s.check_no = c.check_no and s.informational = false)"
                                // The same for every import, or two would wait for each other.
                                + " order by c.check_id")
                .param("scanner", scan.scanner())
                .param("scan", scan.id())
                .query((row, number) -> new StagedCheck(row.getInt("check_no"), weakness.mapRow(row, number)))
                .list();
    }
}
