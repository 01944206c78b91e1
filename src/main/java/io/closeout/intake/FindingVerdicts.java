package io.closeout.intake;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Set-based comparison of staged findings with the register. Runs in the caller's transaction. */
@Component
class FindingVerdicts {

    private final JdbcClient jdbc;

    FindingVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives staged findings the assets of their hosts, as far as those are known.
     *
     * @return whether any got one
     */
    boolean settleAssets(long scanId) {
        // By keys alone: on PostgreSQL nothing is known yet of how many rows were staged.
        return run("""
                update staged_finding s set asset_id = (select h.asset_id from scan_host h
                  where h.scan_id = s.scan_id and h.host_no = s.host_no)
                where s.scan_id = :scan and exists (select 1 from scan_host h where h.scan_id = s.scan_id
                  and h.host_no = s.host_no and h.asset_id is not null and h.asset_id <> s.asset_id)
                """, scanId) > 0;
    }

    /** Gives staged checks the weaknesses that are known. */
    void findWeaknesses(Scan scan) {
        jdbc.sql("""
                        update staged_check c set weakness_id = (select w.id from weakness w
                          where w.scanner = :scanner and w.check_id = c.check_id)
                        where c.scan_id = :scan and c.weakness_id is null
                        """).param("scan", scan.id()).param("scanner", scan.scanner()).update();
    }

    /** Whether several entries of the file turned out to be one asset. */
    boolean isAnyAssetTwice(long scanId) {
        return jdbc.sql("select count(*) - count(distinct asset_id) from scan_host where scan_id = ?")
                        .param(scanId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps one of those that are the same finding. */
    void keepOneOfEach(long scanId) {
        run("""
                delete from staged_finding s where s.scan_id = :scan and exists (select 1 from staged_finding e
                  where e.scan_id = s.scan_id and e.asset_id = s.asset_id and e.check_no = s.check_no and e.location = s.location
                  and ((e.informational = s.informational and e.finding_no < s.finding_no)
                    or (e.informational = false and s.informational = true)))
                """, scanId);
    }

    /**
     * New, seen again or reappeared. A scan older than the proof of absence repeats what was known then: it reopens nothing. What was
     * suppressed was never proved absent, so any scan brings it back once it is suppressed no more.
     * Asked once more before the commit, which mostly changes nothing and then writes nothing.
     */
    void judge(Scan scan) {
        run("""
                merge into staged_finding t using (
                  select s.finding_no, f.id as known, case
                    when f.id is null then 'NEW'
                    when f.state = 'OPEN' or (h.seen_at <= f.ended_at and f.state <> 'SUPPRESSED') then 'SEEN_AGAIN'
                    else 'REAPPEARED' end as verdict
                  from staged_finding s
                  join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                  join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                  left join finding f on f.weakness_id = c.weakness_id and f.asset_id = s.asset_id
                    and f.location = s.location and f.superseded = false
                  where s.scan_id = :scan and s.informational = false and s.committed = false
                ) m on (t.scan_id = :scan and t.finding_no = m.finding_no)
                when matched and (t.verdict is distinct from m.verdict or t.finding_id is distinct from m.known
                  or t.item_id is not null) then update set verdict = m.verdict, finding_id = m.known, item_id = null
                """, scan.id());
    }

    /** Writes the counts that follow from the comparison; those of items grow with the commit. */
    void count(Scan scan) {
        Map<String, Long> verdicts = new HashMap<>();
        jdbc.sql("select verdict, count(*) as findings from staged_finding where scan_id = ? and informational = false"
                        + " group by verdict")
                .param(scan.id())
                .query(row -> {
                    verdicts.put(row.getString("verdict"), row.getLong("findings"));
                });
        jdbc.sql("""
                        update scan set new_findings = :new, seen_again = :again, reappeared = :back, suppressed = :suppressed,
                          findings = :all,
                          verified_absent = (select count(*) from staged_absence a where a.scan_id = :scan and a.absent = true),
                          not_observed = (select count(*) from finding f join weakness w on w.id = f.weakness_id
                            where f.scope_id = :scope and w.scanner = :scanner and f.state = 'OPEN'
                            and f.first_scan_id <> :scan
                            and not exists (select 1 from staged_finding s where s.scan_id = :scan and s.finding_id = f.id)
                            and not exists (select 1 from staged_absence a where a.scan_id = :scan and a.finding_id = f.id
                              and a.absent = true))
                        where id = :scan
                        """)
                .param("new", verdicts.getOrDefault("NEW", 0L))
                .param("again", verdicts.getOrDefault("SEEN_AGAIN", 0L))
                .param("back", verdicts.getOrDefault("REAPPEARED", 0L))
                .param("suppressed", verdicts.getOrDefault("SUPPRESSED", 0L))
                .param(
                        "all",
                        verdicts.values().stream().mapToLong(Long::longValue).sum())
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .param("scanner", scan.scanner())
                .update();
    }

    private int run(String sql, long scanId) {
        return jdbc.sql(sql).param("scan", scanId).update();
    }
}
