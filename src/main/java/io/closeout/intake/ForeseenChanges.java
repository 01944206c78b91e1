package io.closeout.intake;

import io.closeout.shared.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a compared import would change, as long as it is held. */
@Service
@Transactional(readOnly = true)
public class ForeseenChanges {

    /** Lines of each list; the counts say how many there are. */
    public static final int MOST = 500;

    private static final String WORST_FIRST =
            " order by case severity when 'CRITICAL' then 4 when 'HIGH' then 3 when 'MEDIUM' then 2 else 1 end desc, title"
                    + " fetch first " + MOST + " rows only";

    private final JdbcClient jdbc;

    ForeseenChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A weakness with new findings.
     *
     * @param item that they would join; null if one would be opened
     * @param reopens the ended item that would come back
     */
    public record Opening(
            @Nullable String item,
            @Nullable String reopens,
            String title,
            Severity severity,
            int findings,
            int hosts) {}

    /**
     * An item that would lose findings.
     *
     * @param findings of it that would be proved gone
     * @param left open findings that would remain
     */
    public record Ending(String item, String title, Severity severity, int findings, int left) {}

    /** Worst first. */
    public List<Opening> openings(long scanId) {
        return jdbc.sql("""
                        select * from (
                          select i.id as item, max(n.reopens) as reopens, c.title, c.severity, count(*) as findings,
                            count(distinct s.asset_id) as hosts
                          from staged_finding s
                          join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                          left join poam_item i on i.id = s.item_id
                          left join staged_item n on n.scan_id = s.scan_id and n.item_id = s.item_id
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED')
                          group by i.id, c.check_no, c.title, c.severity) o
                        """ + WORST_FIRST)
                .param("scan", scanId)
                .query(new SimplePropertyRowMapper<>(Opening.class))
                .list();
    }

    /** Worst first. */
    public List<Ending> endings(long scanId) {
        return jdbc.sql("""
                        select * from (
                          select i.id as item, i.title, i.severity, a.findings,
                            (select count(*) from finding f where f.item_id = i.id and f.state = 'OPEN') - a.findings as "left"
                          from (select item_id, count(*) as findings from staged_absence
                            where scan_id = :scan and absent = true group by item_id) a
                          join poam_item i on i.id = a.item_id) e
                        """ + WORST_FIRST)
                .param("scan", scanId)
                .query(new SimplePropertyRowMapper<>(Ending.class))
                .list();
    }

    /** Names of hosts that the register does not know, in the order of the file. */
    public List<String> strangers(long scanId) {
        return jdbc.sql(
                        "select name from scan_host where scan_id = ? and asset_id is null order by host_no fetch first "
                                + MOST + " rows only")
                .param(scanId)
                .query(String.class)
                .list();
    }
}
