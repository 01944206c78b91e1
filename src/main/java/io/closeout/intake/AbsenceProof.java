package io.closeout.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which open findings does this scan prove absent (design: coverage)? SQL settles what concerns the host: it was reached, its scan
 * ended after the finding was last seen, and for local checks it was scanned with credentials. Whether check and port were looked at
 * is asked once per distinct question. Everything else is not observed and keeps its clock.
 */
@Component
class AbsenceProof {

    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AbsenceProof(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Question(String checkId, String family, String location, long lastScan) {}

    private record Missing(long findingId, Question question) {}

    void prove(Scan scan) {
        jdbc.sql("delete from staged_absence where scan_id = ? and committed = false")
                .param(scan.id())
                .update();
        stageMissing(scan);
        CheckCoverage coverage = coverageOf(scan.id());
        Map<Long, CheckCoverage> earlier = new HashMap<>();
        Map<Question, Boolean> answers = new HashMap<>();
        List<Long> absent = new ArrayList<>();
        missing(scan.id()).forEach(each -> {
            Question question = each.question();
            boolean spoken = answers.computeIfAbsent(
                    question,
                    asked -> coverage.speaksOf(
                            asked.checkId(),
                            asked.family(),
                            asked.location(),
                            earlier.computeIfAbsent(asked.lastScan(), this::coverageOf)));
            if (spoken) {
                absent.add(each.findingId());
            }
        });
        batches.batchUpdate(
                "update staged_absence set absent = true where scan_id = " + scan.id() + " and finding_id = ?",
                absent,
                ROWS,
                (statement, finding) -> statement.setLong(1, finding));
    }

    private void stageMissing(Scan scan) {
        jdbc.sql("""
                        insert into staged_absence (scan_id, finding_id, check_id, check_family, location, item_id,
                          last_scan_id, ended_at)
                        select :scan, f.id, w.check_id, w.check_family, f.location, f.item_id, f.last_scan_id, max(h.ended_at)
                        from finding f
                        join weakness w on w.id = f.weakness_id
                        join scan_host h on h.scan_id = :scan and h.asset_id = f.asset_id
                        where f.scope_id = :scope and w.scanner = :scanner and f.state = 'OPEN'
                          and h.reached = true and h.ended_at > f.last_seen_at
                          and (w.local_check = false or h.credentialed = true)
                          and not exists (select 1 from staged_finding s where s.scan_id = :scan and s.finding_id = f.id)
                          and not exists (select 1 from staged_absence a where a.scan_id = :scan and a.finding_id = f.id)
                        group by f.id, w.check_id, w.check_family, f.location, f.item_id, f.last_scan_id
                        """)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .param("scanner", scan.scanner())
                .update();
    }

    private List<Missing> missing(long scanId) {
        return jdbc.sql(
                        "select finding_id, check_id, coalesce(check_family, '') as check_family, location, last_scan_id"
                                + " from staged_absence where scan_id = ? and committed = false")
                .param(scanId)
                .query((row, number) -> new Missing(
                        row.getLong("finding_id"),
                        new Question(
                                row.getString("check_id"),
                                row.getString("check_family"),
                                row.getString("location"),
                                row.getLong("last_scan_id"))))
                .list();
    }

    private CheckCoverage coverageOf(long scanId) {
        return jdbc.sql("select coalesce(policy_name, '') as policy_name, check_selection from scan where id = ?")
                .param(scanId)
                .query((row, number) ->
                        CheckCoverage.of(row.getString("policy_name"), row.getString("check_selection")))
                .single();
    }
}
