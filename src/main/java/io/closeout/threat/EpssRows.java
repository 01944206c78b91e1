package io.closeout.threat;

import io.closeout.threat.reading.EpssReader.Score;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** EPSS scores: some 300,000, of which a day changes a part. */
@Repository
@Transactional
class EpssRows {

    private static final int ROWS_PER_ROUND_TRIP = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EpssRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Highest first; CVEs without a score are missing. */
    public List<Epss> scores(Collection<String> cves) {
        if (cves.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select s.cve, s.score, s.percentile, r.released_at, r.feed_version from epss_score s"
                        + " join threat_feed f on f.feed = 'EPSS' join threat_release r on r.id = f.release_id"
                        + " where s.cve in (:cves) order by s.score desc, s.cve")
                .param("cves", cves)
                .query((row, number) -> new Epss(
                        row.getString("cve"),
                        row.getBigDecimal("score"),
                        row.getBigDecimal("percentile"),
                        LocalDate.ofInstant(
                                Objects.requireNonNull(FeedRows.instant(row, "released_at")), ZoneOffset.UTC),
                        row.getString("feed_version")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Loading loading() {
        return new Loading();
    }

    /** Rows on their way into the staging table, in few round trips. Each CVE once. */
    final class Loading {

        private final List<Object[]> waiting = new ArrayList<>(ROWS_PER_ROUND_TRIP);

        void add(Score score) {
            waiting.add(new Object[] {score.cve(), score.score(), score.percentile()});
            if (waiting.size() == ROWS_PER_ROUND_TRIP) {
                flush();
            }
        }

        void flush() {
            batches.batchUpdate("insert into epss_staging (cve, score, percentile) values (?, ?, ?)", waiting);
            waiting.clear();
        }
    }

    /**
     * Puts what was loaded in the place of what was there; only rows that differ are written.
     *
     * @return how many scores are new, changed or gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace() {
        int gone = jdbc.sql("delete from epss_score where not exists"
                        + " (select 1 from epss_staging t where t.cve = epss_score.cve)")
                .update();
        int written = jdbc.sql("""
                        merge into epss_score s using epss_staging t on (s.cve = t.cve)
                        when matched and (s.score <> t.score or s.percentile <> t.percentile)
                          then update set score = t.score, percentile = t.percentile
                        when not matched then insert (cve, score, percentile) values (t.cve, t.score, t.percentile)""").update();
        jdbc.sql("delete from epss_staging").update();
        return gone + written;
    }
}
