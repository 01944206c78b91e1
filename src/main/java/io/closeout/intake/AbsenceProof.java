package io.closeout.intake;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which open findings does this scan prove absent (design: coverage)? SQL settles what concerns the host: it was reached, its scan
 * ended after the finding was last seen, and for local checks it was scanned with credentials. Whether check and port were looked at,
 * with checks no older than before, is asked once per distinct question. Everything else is not observed and keeps its clock. For files
 * that cannot tell any of this a table has the word.
 */
@Component
class AbsenceProof {

    private static final int ROWS = 500;

    private final ParserRegistry parsers = new ParserRegistry();
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AbsenceByTable table;

    AbsenceProof(JdbcClient jdbc, JdbcTemplate batches, AbsenceByTable table) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.table = table;
    }

    private record Question(
            String checkId, String family, String location, long lastScan, FeedVersion feed, FeedVersion lastFeed) {}

    private record Missing(long findingId, Question question) {}

    /** @param doubt why a check that was run proves nothing */
    private record Answer(boolean absent, @Nullable String doubt) {

        static final Answer ABSENT = new Answer(true, null);
        static final Answer NOT_RUN = new Answer(false, null);
        static final Answer OLDER_FEED = new Answer(false, ScanChanges.Reason.OLDER_FEED.name());
    }

    private record Answered(long findingId, Answer answer) {}

    void prove(Scan scan) {
        jdbc.sql("delete from staged_absence where scan_id = ? and committed = false")
                .param(scan.id())
                .update();
        if (parsers.tellsCoverage(String.valueOf(scan.format()))) {
            byCoverage(scan);
        } else {
            table.settle(scan);
        }
    }

    private void byCoverage(Scan scan) {
        stageMissing(scan);
        CheckCoverage coverage = coverageOf(scan.id());
        Map<Long, CheckCoverage> earlier = new HashMap<>();
        Map<Question, Answer> answers = new HashMap<>();
        List<Answered> answered = new ArrayList<>();
        missing(scan).forEach(each -> {
            Answer answer = answers.computeIfAbsent(
                    each.question(),
                    asked -> answer(asked, coverage, earlier.computeIfAbsent(asked.lastScan(), this::coverageOf)));
            if (!answer.equals(Answer.NOT_RUN)) {
                answered.add(new Answered(each.findingId(), answer));
            }
        });
        batches.batchUpdate(
                "update staged_absence set absent = ?, doubt = ? where scan_id = " + scan.id() + " and finding_id = ?",
                answered,
                ROWS,
                (statement, each) -> {
                    statement.setBoolean(1, each.answer().absent());
                    statement.setString(2, each.answer().doubt());
                    statement.setLong(3, each.findingId());
                });
    }

    private static Answer answer(Question asked, CheckCoverage coverage, CheckCoverage lastSeenBy) {
        boolean looked = coverage.speaksOf(asked.checkId(), asked.family(), asked.location(), lastSeenBy);
        if (!looked) {
            return Answer.NOT_RUN;
        }
        return asked.feed().isOlderThan(asked.lastFeed()) ? Answer.OLDER_FEED : Answer.ABSENT;
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

    /** With the oldest checks that looked at the machine now, and the newest that did when it was last seen by a file of this format. */
    private List<Missing> missing(Scan scan) {
        return jdbc.sql("""
                        select a.finding_id, a.check_id, coalesce(a.check_family, '') as check_family, a.location,
                          a.last_scan_id, coalesce(min(h.feed), '') as feed, coalesce(max(l.feed), '') as last_feed
                        from staged_absence a
                        join finding f on f.id = a.finding_id
                        join scan_host h on h.scan_id = a.scan_id and h.asset_id = f.asset_id
                        left join scan p on p.id = a.last_scan_id and p.format = :format
                        left join scan_host l on l.scan_id = p.id and l.asset_id = f.asset_id
                        where a.scan_id = :scan and a.committed = false
                        group by a.finding_id, a.check_id, a.check_family, a.location, a.last_scan_id
                        """)
                .param("scan", scan.id())
                .param("format", scan.format())
                .query((row, number) -> new Missing(
                        row.getLong("finding_id"),
                        new Question(
                                row.getString("check_id"),
                                row.getString("check_family"),
                                row.getString("location"),
                                row.getLong("last_scan_id"),
                                FeedVersion.of(row.getString("feed")),
                                FeedVersion.of(row.getString("last_feed")))))
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
