package io.closeout.intake;

import io.closeout.intake.Staging.UnsettledHost;
import io.closeout.register.AssetIdentity;
import io.closeout.register.Weaknesses;
import io.closeout.register.Weaknesses.Weakness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How a commit begins: the register comes to know the machines and weaknesses of a scan, and what is suppressed by the table of known
 * false positives. It may be called again at any time.
 */
@Component
class ScanSettlement {

    private static final Logger log = LoggerFactory.getLogger(ScanSettlement.class);

    private static final int HOSTS_PER_TRANSACTION = 100;
    private static final int RACES = 3;
    private static final int ROWS = 500;

    private final Staging staging;
    private final ScopeLease lease;
    private final AssetIdentity identity;
    private final Weaknesses weaknesses;
    private final StagingStatistics statistics;
    private final KnownChecks known;
    private final FindingVerdicts verdicts;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    ScanSettlement(
            Staging staging,
            ScopeLease lease,
            AssetIdentity identity,
            Weaknesses weaknesses,
            StagingStatistics statistics,
            KnownChecks known,
            FindingVerdicts verdicts,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction) {
        this.staging = staging;
        this.lease = lease;
        this.identity = identity;
        this.weaknesses = weaknesses;
        this.statistics = statistics;
        this.known = known;
        this.verdicts = verdicts;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
    }

    void settle(Scan scan, Runnable alive) {
        while (recogniseSome(scan)) {
            alive.run();
        }
        if (Boolean.TRUE.equals(transaction.execute(status -> verdicts.settleAssets(scan.id())))) {
            statistics.renew();
            if (verdicts.isAnyAssetTwice(scan.id())) {
                transaction.executeWithoutResult(status -> verdicts.keepOneOfEach(scan.id()));
            }
        }
        rememberWeaknesses(scan);
        transaction.executeWithoutResult(status -> known.settle(scan));
    }

    private boolean recogniseSome(Scan scan) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lease.keep(scan);
            List<UnsettledHost> hosts = staging.unsettledHosts(scan.id(), Staging.ALL, HOSTS_PER_TRANSACTION);
            hosts.forEach(
                    host -> staging.settle(scan.id(), host.name(), identity.recognise(scan.scopeId(), host.seen())));
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
        transaction.executeWithoutResult(status -> {
            Map<Integer, Long> known = new LinkedHashMap<>();
            checks(scan).forEach(check -> known.put(check.checkNo(), weaknesses.remember(check.weakness())));
            batches.batchUpdate(
                    "update staged_check set weakness_id = ? where scan_id = " + scan.id() + " and check_no = ?",
                    known.entrySet(),
                    ROWS,
                    (statement, each) -> {
                        statement.setLong(1, each.getValue());
                        statement.setInt(2, each.getKey());
                    });
        });
    }

    private List<StagedCheck> checks(Scan scan) {
        var weakness = new SimplePropertyRowMapper<>(Weakness.class);
        return jdbc.sql(
                        "select c.check_no, cast(:scanner as varchar(40)) as scanner, c.check_id, c.title, c.description,"
                                + " c.solution, c.reference_links as \"references\", c.cves, c.severity, c.cvss, c.cvss_vector,"
                                + " c.scanner_severity, c.check_family, c.local_check from staged_check c"
                                + " where c.scan_id = :scan and exists (select 1 from staged_finding s"
                                + " where s.scan_id = c.scan_id and s.check_no = c.check_no and s.informational = false)"
                                // The same for every import, or two would wait for each other.
                                + " order by c.check_id")
                .param("scanner", scan.scanner())
                .param("scan", scan.id())
                .query((row, number) -> new StagedCheck(row.getInt("check_no"), weakness.mapRow(row, number)))
                .list();
    }
}
