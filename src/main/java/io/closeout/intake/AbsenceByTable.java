package io.closeout.intake;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.policy.CoverageVerdict;
import io.closeout.policy.CoverageVerdict.AssetSeen;
import io.closeout.policy.CoverageVerdict.Comparison;
import io.closeout.policy.CoverageVerdict.Facts;
import io.closeout.policy.CoverageVerdict.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the table {@code coverageVerdict} makes of open findings that a file does not report, where the file itself cannot tell what was
 * looked at. The table is asked once per distinct facts, and not at all as long as it names no format. It has no say over time: only a
 * later file speaks of a finding. Who was asked once is asked again only after the finding was seen again.
 */
@Component
class AbsenceByTable {

    private static final int ROWS = 500;

    private final CoverageVerdict table;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AbsenceByTable(CoverageVerdict table, JdbcClient jdbc, JdbcTemplate batches) {
        this.table = table;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Candidate(long findingId, Instant lookedAt, Facts facts) {}

    private record Settled(Candidate candidate, Verdict verdict) {}

    void settle(Scan scan) {
        if (!table.speaks()) {
            return;
        }
        Map<Facts, Verdict> verdicts = new HashMap<>();
        List<Settled> settled = new ArrayList<>();
        candidates(scan, candidate -> {
            Verdict verdict = verdicts.computeIfAbsent(candidate.facts(), table::of);
            if (verdict != Verdict.NOT_OBSERVED) {
                settled.add(new Settled(candidate, verdict));
            }
        });
        stage(scan, settled);
    }

    private interface Taking {
        void take(Candidate candidate);
    }

    private void candidates(Scan scan, Taking taking) {
        jdbc.sql("""
                        select f.id, f.last_seen_at, coalesce(w.check_family, '') as check_family,
                          coalesce(max(h.seen_at), max(m.seen_at), max(n.received_at)) as looked_at,
                          max(n.received_at) as received_at,
                          max(h.contact) as contact, min(h.credentials) as credentials,
                          coalesce(min(h.feed), '') as feed, coalesce(max(l.feed), '') as last_feed,
                          coalesce(max(n.policy_name), '') as policy, coalesce(max(p.policy_name), '') as last_policy
                        from finding f
                        join weakness w on w.id = f.weakness_id
                        join scan n on n.id = :scan
                        left join (select max(seen_at) as seen_at from scan_host where scan_id = :scan) m on true
                        left join scan_host h on h.scan_id = :scan and h.asset_id = f.asset_id
                        left join scan p on p.id = f.last_scan_id and p.format = n.format
                        left join scan_host l on l.scan_id = p.id and l.asset_id = f.asset_id
                        where f.scope_id = :scope and w.scanner = :scanner and f.state = 'OPEN' and f.first_scan_id <> :scan
                          and not exists (select 1 from staged_finding s where s.scan_id = :scan and s.finding_id = f.id)
                          and not exists (select 1 from staged_absence a where a.scan_id = :scan and a.finding_id = f.id)
                          and not exists (select 1 from import_change c where c.finding_id = f.id and c.kind = 'ASKED'
                            and c.scan_id > f.last_scan_id)
                        group by f.id, f.last_seen_at, w.check_family
                        """)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .param("scanner", scan.scanner())
                .query(row -> {
                    Instant lastSeen = row.getTimestamp("last_seen_at").toInstant();
                    Instant lookedAt = row.getTimestamp("looked_at").toInstant();
                    if (lookedAt.isAfter(lastSeen)) {
                        taking.take(new Candidate(row.getLong("id"), lookedAt, facts(scan, row, lastSeen, lookedAt)));
                    }
                });
    }

    private static Facts facts(Scan scan, ResultSet row, Instant lastSeen, Instant lookedAt) throws SQLException {
        String contact = row.getString("contact");
        String credentials = row.getString("credentials");
        return new Facts(
                String.valueOf(scan.format()),
                String.valueOf(scan.scanner()),
                row.getString("check_family"),
                contact == null ? AssetSeen.MISSING : AssetSeen.valueOf(contact),
                credentials == null ? "UNKNOWN" : credentials,
                feeds(FeedVersion.of(row.getString("feed")), FeedVersion.of(row.getString("last_feed"))),
                policies(row.getString("policy"), row.getString("last_policy")),
                lookedAt.isBefore(row.getTimestamp("received_at").toInstant()),
                (int) Duration.between(lastSeen, lookedAt).toDays());
    }

    private static Comparison feeds(FeedVersion feed, FeedVersion last) {
        if (feed.equals(FeedVersion.UNKNOWN) || last.equals(FeedVersion.UNKNOWN)) {
            return Comparison.UNKNOWN;
        }
        return feed.isOlderThan(last) ? Comparison.OLDER : Comparison.SAME;
    }

    private static Comparison policies(String policy, String last) {
        if (policy.isEmpty() && last.isEmpty()) {
            return Comparison.UNKNOWN;
        }
        return policy.equals(last) ? Comparison.SAME : Comparison.OTHER;
    }

    private void stage(Scan scan, List<Settled> settled) {
        batches.batchUpdate(
                "insert into staged_absence (scan_id, finding_id, check_id, location, item_id, last_scan_id, ended_at, absent,"
                        + " ask, doubt) select " + scan.id()
                        + ", f.id, w.check_id, f.location, f.item_id, f.last_scan_id,"
                        + " ?, ?, ?, ? from finding f join weakness w on w.id = f.weakness_id where f.id = ?",
                settled,
                ROWS,
                (statement, each) -> {
                    boolean ask = each.verdict() == Verdict.ASK_PERSON;
                    statement.setTimestamp(1, Timestamp.from(each.candidate().lookedAt()));
                    statement.setBoolean(2, !ask);
                    statement.setBoolean(3, ask);
                    statement.setString(4, ask ? ScanChanges.Reason.PERSON_ASKED.name() : null);
                    statement.setLong(5, each.candidate().findingId());
                });
    }
}
