package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaves out what somebody decided to be a false positive. A finding that is open in an item stays with it: whoever works the item
 * has it before their eyes. All methods run in the caller's transaction and ask one indexed question where nothing is suppressed.
 */
@Component
class SuppressedFindings {

    /** As bad as when it was decided, or less. */
    private static final String NO_WORSE = rank("c.severity") + " <= " + rank("p.severity");

    /** Findings of this scan (s) with the suppressions in force that cover them (p). */
    static final String COVERED = "\n" + """
             from suppression p
             join staged_check c on c.scan_id = :scan and c.weakness_id = p.weakness_id and c.check_digest = p.check_digest
             join staged_finding s on s.scan_id = :scan and s.check_no = c.check_no and s.committed = false
               and s.informational = false and (p.asset_id is null or p.asset_id = s.asset_id)
             left join finding f on f.id = s.finding_id
             where p.scope_id = :scope and p.ended_at is null and p.until_on >= :today
               and (f.id is null or f.state <> 'OPEN') and\s""" + NO_WORSE;

    private final Suppressions suppressions;
    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    SuppressedFindings(Suppressions suppressions, JdbcClient jdbc, PolicyCalendar calendar) {
        this.suppressions = suppressions;
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    private static String rank(String severity) {
        return "case " + severity + " when 'CRITICAL' then 4 when 'HIGH' then 3 when 'MEDIUM' then 2 else 1 end";
    }

    /** Follows the verdicts and corrects those of what is left out. */
    void leaveOut(Scan scan) {
        if (suppressions.anyIn(scan.scopeId())) {
            jdbc.sql(
                            "merge into staged_finding t using (select s.finding_no, min(p.id) as suppression" + COVERED
                                    + " group by s.finding_no) m on (t.scan_id = :scan and t.finding_no = m.finding_no)"
                                    + " when matched then update set verdict = 'SUPPRESSED', suppression_id = m.suppression, item_id = null")
                    .params(of(scan))
                    .update();
        }
    }

    /** Whether a decision since the last comparison covers what would join these items. */
    boolean anyFor(Scan scan, List<String> items) {
        return suppressions.anyIn(scan.scopeId())
                && jdbc.sql("select count(*)" + COVERED
                                        + " and s.verdict in ('NEW', 'REAPPEARED') and s.item_id in (:items)")
                                .params(of(scan))
                                .param("items", items)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** What was decided about a check that is another one by now has to be decided anew. */
    void endChanged(Scan scan) {
        if (suppressions.anyIn(scan.scopeId())) {
            suppressions.end(suppressions.all(changed(scan)), Suppression.End.CHECK_CHANGED, ScanCommit.IMPORT);
        }
    }

    private List<Long> changed(Scan scan) {
        return jdbc.sql("select p.id from suppression p join staged_check c on c.scan_id = :scan"
                        + " and c.weakness_id = p.weakness_id where p.scope_id = :scope and p.ended_at is null"
                        + " and p.until_on >= :today and (c.check_digest <> p.check_digest or not (" + NO_WORSE + "))")
                .params(of(scan))
                .query(Long.class)
                .list();
    }

    private Map<String, Object> of(Scan scan) {
        return Map.of("scan", scan.id(), "scope", scan.scopeId(), "today", Date.valueOf(calendar.today()));
    }

    /** Runs in the transaction that ends the commit, while the staged rows still stand. */
    void sumUp(Scan scan) {
        jdbc.sql("insert into scan_suppressed (scan_id, suppression_id, findings, assets)"
                        + " select scan_id, suppression_id, count(*), count(distinct asset_id) from staged_finding"
                        + " where scan_id = :scan and verdict = 'SUPPRESSED' group by scan_id, suppression_id")
                .param("scan", scan.id())
                .update();
    }
}
