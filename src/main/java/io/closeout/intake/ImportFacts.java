package io.closeout.intake;

import io.closeout.policy.ImportGate.Facts;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a compared import would do, beside what others of its scanner and scope did. */
@Component
class ImportFacts {

    /** How many imports tell what is usual. */
    private static final int RECENT = 5;

    private static final String OTHERS =
            " from scan where scope_id = :scope and scanner = :scanner and state = 'DONE' and id <> :scan";

    private final JdbcClient jdbc;

    ImportFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether no other import of its scanner was committed in its scope. */
    boolean isFirst(Scan scan) {
        return others(scan, "select count(*)").query(Integer.class).single() == 0;
    }

    Facts of(Scan scan) {
        ScanCounts counts = scan.counts();
        return new Facts(
                hosts(scan, ""),
                hosts(scan, " and asset_id is not null"),
                open(scan),
                counts.verifiedAbsent(),
                counts.newFindings(),
                usual(scan),
                daysOlder(scan));
    }

    private int hosts(Scan scan, String which) {
        return jdbc.sql("select count(distinct lower(name)) from scan_host where scan_id = ?" + which)
                .param(scan.id())
                .query(Integer.class)
                .single();
    }

    private int open(Scan scan) {
        return jdbc.sql("select count(*) from finding f join weakness w on w.id = f.weakness_id"
                        + " where f.scope_id = ? and w.scanner = ? and f.state = 'OPEN'")
                .params(scan.scopeId(), scan.scanner())
                .query(Integer.class)
                .single();
    }

    /** The mean of the last imports, without the very first one, to which everything is new. */
    private int usual(Scan scan) {
        List<Integer> opened =
                others(scan, "select new_findings").query(Integer.class).list();
        return (int) Math.ceil(opened.stream()
                .limit(Math.max(opened.size() - 1, 0))
                .limit(RECENT)
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0));
    }

    private int daysOlder(Scan scan) {
        Optional<LocalDate> newest = others(scan, "select scan_date").query(Date.class).stream()
                .map(Date::toLocalDate)
                .max(LocalDate::compareTo);
        LocalDate own = scan.scanDate();
        return own == null
                ? 0
                : newest.map(other -> (int) ChronoUnit.DAYS.between(own, other)).orElse(0);
    }

    /** Newest first. */
    private JdbcClient.StatementSpec others(Scan scan, String what) {
        String latestFirst = what.contains("count") ? "" : " order by id desc";
        return jdbc.sql(what + OTHERS + latestFirst)
                .param("scope", scan.scopeId())
                .param("scanner", scan.scanner())
                .param("scan", scan.id());
    }
}
