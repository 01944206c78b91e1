package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import io.closeout.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds items of different scanners that may be the same, by CVE and asset. Only weaknesses are compared one by one; findings are
 * compared by the database, in one statement however many there are.
 */
@Service
@Transactional(readOnly = true)
public class JoinProposals {

    private static final String JOINABLE = " in ('NEW', 'PLANNED', 'IN_PROGRESS')";

    private static final String COLUMNS =
            "select p.id, p.scope_id, p.kept_item, p.joining_item, p.state, p.proposed_at, p.decided_by, p.decided_at, p.reason"
                    + " from join_proposal p";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PolicyCalendar calendar;

    JoinProposals(JdbcClient jdbc, JdbcTemplate batches, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.calendar = calendar;
    }

    /** Those that can be decided, oldest first. One of items that moved on meanwhile is left out. */
    public List<JoinProposal> open() {
        return jdbc.sql(COLUMNS + " join poam_item k on k.id = p.kept_item join poam_item j on j.id = p.joining_item"
                        + " where p.state = 'PROPOSED' and k.status" + JOINABLE + " and j.status" + JOINABLE
                        + " order by p.id")
                .query(new SimplePropertyRowMapper<>(JoinProposal.class))
                .list();
    }

    public JoinProposal get(long id) {
        return jdbc.sql(COLUMNS + " where p.id = ?")
                .param(id)
                .query(new SimplePropertyRowMapper<>(JoinProposal.class))
                .optional()
                .orElseThrow(() -> NotFound.of("proposal to join items", id));
    }

    private record Twins(long weakness, long twin) {}

    /**
     * Proposes what the new findings of an import have in common with open ones of other scanners. What was proposed before, whatever
     * became of it, is not proposed again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(String scope, long scan) {
        Set<Twins> twins = twins(scope, scan);
        if (twins.isEmpty()) {
            return;
        }
        jdbc.sql("delete from staged_twin where scan_id = ?").param(scan).update();
        batches.batchUpdate(
                "insert into staged_twin (scan_id, weakness_id, twin_id) values (" + scan + ", ?, ?)",
                twins,
                500,
                (statement, each) -> {
                    statement.setLong(1, each.weakness());
                    statement.setLong(2, each.twin());
                });
        jdbc.sql("""
                        insert into join_proposal (scope_id, kept_item, joining_item, state, proposed_at, scan_id)
                        select :scope, t.kept, t.joining, 'PROPOSED', :now, :scan from (
                          select distinct
                            case when a.detected_on < b.detected_on or (a.detected_on = b.detected_on and a.id < b.id)
                              then a.id else b.id end as kept,
                            case when a.detected_on < b.detected_on or (a.detected_on = b.detected_on and a.id < b.id)
                              then b.id else a.id end as joining
                          from import_change c
                          join finding f on f.id = c.finding_id and f.state = 'OPEN'
                          join staged_twin w on w.scan_id = :scan and w.weakness_id = f.weakness_id
                          join finding g on g.weakness_id = w.twin_id and g.asset_id = f.asset_id and g.state = 'OPEN'
                            and g.item_id <> f.item_id
                          join poam_item a on a.id = f.item_id
                          join poam_item b on b.id = g.item_id and b.track = a.track
                          where c.scan_id = :scan and c.kind in ('NEW', 'REAPPEARED') and a.status in ('NEW', 'PLANNED', 'IN_PROGRESS')
                            and b.status in ('NEW', 'PLANNED', 'IN_PROGRESS')) t
                        where not exists (select 1 from join_proposal p where (p.kept_item = t.kept and p.joining_item = t.joining)
                          or (p.kept_item = t.joining and p.joining_item = t.kept))
                        order by t.kept, t.joining
                        """)
                .param("scope", scope)
                .param("scan", scan)
                .param("now", Timestamp.from(calendar.now()))
                .update();
        jdbc.sql("delete from staged_twin where scan_id = ?").param(scan).update();
    }

    private Set<Twins> twins(String scope, long scan) {
        Map<String, Set<Long>> named = new HashMap<>();
        // A scanner's own weaknesses that name one CVE are different checks of it.
        jdbc.sql("""
                        select w.id, w.cves from weakness w where w.cves is not null and w.scanner <>
                          (select s.scanner from scan s where s.id = :scan)
                          and exists (select 1 from finding f where f.weakness_id = w.id and f.scope_id = :scope and f.state = 'OPEN')
                        """).param("scan", scan).param("scope", scope).query(row -> {
            long twin = row.getLong("id");
            cves(row).forEach(cve -> named.computeIfAbsent(cve, first -> new HashSet<>())
                    .add(twin));
        });
        Set<Twins> twins = new HashSet<>();
        if (!named.isEmpty()) {
            jdbc.sql("""
                            select w.id, w.cves from weakness w where w.cves is not null and w.id in (
                              select f.weakness_id from import_change c join finding f on f.id = c.finding_id
                              where c.scan_id = :scan and c.kind in ('NEW', 'REAPPEARED') and f.state = 'OPEN')
                            """).param("scan", scan).query(row -> {
                long weakness = row.getLong("id");
                cves(row).forEach(cve -> named.getOrDefault(cve, Set.of())
                        .forEach(twin -> twins.add(new Twins(weakness, twin))));
            });
        }
        return twins;
    }

    private static List<String> cves(ResultSet row) throws SQLException {
        return CveIds.in(row.getString("cves").toUpperCase(Locale.ROOT));
    }

    /** The same question once more: what the joined item was proposed with is proposed with the one that stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void carryOver(JoinProposal joined) {
        jdbc.sql("""
                        insert into join_proposal (scope_id, kept_item, joining_item, state, proposed_at, scan_id)
                        select t.scope_id, case when o.detected_on < k.detected_on or (o.detected_on = k.detected_on and o.id < k.id)
                            then o.id else k.id end,
                          case when o.detected_on < k.detected_on or (o.detected_on = k.detected_on and o.id < k.id)
                            then k.id else o.id end,
                          'PROPOSED', :now, t.scan_id from (
                            select scope_id, scan_id, case when kept_item = :joined then joining_item else kept_item end as other
                            from join_proposal where state = 'PROPOSED' and (kept_item = :joined or joining_item = :joined)) t
                        join poam_item o on o.id = t.other join poam_item k on k.id = :kept
                        where o.id <> k.id and not exists (select 1 from join_proposal p
                          where (p.kept_item = o.id and p.joining_item = k.id) or (p.kept_item = k.id and p.joining_item = o.id))
                        """)
                .param("joined", joined.joiningItem())
                .param("kept", joined.keptItem())
                .param("now", Timestamp.from(calendar.now()))
                .update();
    }
}
