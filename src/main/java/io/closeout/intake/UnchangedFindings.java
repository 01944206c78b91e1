package io.closeout.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums up what an import leaves as it was. Rows per finding would cost more than all that changed, and later imports move
 * "last seen" on, so the sums are the only record of what this scan did not change.
 */
@Component
class UnchangedFindings {

    private static final String REASON = """
            case when max(d.doubt) is not null then max(d.doubt)
              when max(case when h.reached = true then 1 else 0 end) = 0 then 'NOT_REACHED'
              when max(case when h.reached = true and h.ended_at > f.last_seen_at then 1 else 0 end) = 0 then 'OLDER'
              when w.local_check = true and max(case when h.credentialed = true then 1 else 0 end) = 0 then 'NO_CREDENTIALS'
              else 'CHECK_NOT_RUN' end""";

    private final JdbcClient jdbc;

    UnchangedFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs in the transaction that ends the commit, while the staged rows still stand. */
    void sumUp(Scan scan) {
        jdbc.sql("""
                        insert into scan_seen_again (scan_id, item_id, findings)
                        select s.scan_id, f.item_id, count(distinct f.id) from staged_finding s
                        join finding f on f.id = s.finding_id
                        where s.scan_id = :scan and s.verdict = 'SEEN_AGAIN'
                        group by s.scan_id, f.item_id
                        """).param("scan", scan.id()).update();
        jdbc.sql("""
                        insert into scan_not_observed (scan_id, asset_id, reason, findings)
                        select :scan, u.asset_id, u.reason, count(*) from (
                          select f.id, f.asset_id, %s as reason
                          from finding f
                          join weakness w on w.id = f.weakness_id
                          left join scan_host h on h.scan_id = :scan and h.asset_id = f.asset_id
                          left join staged_absence d on d.scan_id = :scan and d.finding_id = f.id
                          where f.scope_id = :scope and w.scanner = :scanner and f.state = 'OPEN' and f.first_scan_id <> :scan
                            and not exists (select 1 from staged_finding s where s.scan_id = :scan and s.finding_id = f.id)
                          group by f.id, f.asset_id, w.local_check) u
                        group by u.asset_id, u.reason
                        """.formatted(REASON))
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .param("scanner", scan.scanner())
                .update();
    }
}
