package io.closeout.threat;

import io.closeout.threat.reading.EpssReader.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * EPSS scores: some 300,000, of which a day changes a part. Comparing in memory (some 40 MB for seconds) and writing what differs is
 * several times faster than a staging table, on H2 above all.
 */
@Repository
@Transactional
class EpssRows {

    private static final int ROWS_PER_ROUND_TRIP = 2000;
    private static final String INSERT = "insert into epss_score (score, percentile, cve) values (?, ?, ?)";
    private static final String UPDATE = "update epss_score set score = ?, percentile = ? where cve = ?";
    private static final String DELETE = "delete from epss_score where cve = ?";

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

    /** To be told of each score of a file, once per CVE, and then to be finished, all in one transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Loading loading() {
        return new Loading(packed());
    }

    private Map<String, Long> packed() {
        Map<String, Long> scores = new HashMap<>();
        jdbc.sql("select cve, score, percentile from epss_score").query(row -> {
            scores.put(row.getString("cve"), packed(row.getBigDecimal("score"), row.getBigDecimal("percentile")));
        });
        return scores;
    }

    /** Both have five decimals. */
    private static long packed(BigDecimal score, BigDecimal percentile) {
        return (long) score.movePointRight(5).intValueExact() << 32
                | percentile.movePointRight(5).intValueExact();
    }

    /** Puts the scores of a file in the place of what was there. Only rows that differ are written, in few round trips. */
    final class Loading {

        private final Map<String, Long> before;
        private final List<Object[]> fresh = new ArrayList<>(ROWS_PER_ROUND_TRIP);
        private final List<Object[]> changed = new ArrayList<>(ROWS_PER_ROUND_TRIP);
        private int written;

        private Loading(Map<String, Long> before) {
            this.before = before;
        }

        void add(Score score) {
            Long known = before.remove(score.cve());
            Object[] row = {score.score(), score.percentile(), score.cve()};
            if (known == null) {
                put(INSERT, fresh, row);
            } else if (known != packed(score.score(), score.percentile())) {
                put(UPDATE, changed, row);
            }
        }

        /** @return how many scores are new, changed or gone */
        int finish() {
            write(INSERT, fresh);
            write(UPDATE, changed);
            List<Object[]> gone = new ArrayList<>(ROWS_PER_ROUND_TRIP);
            before.keySet().forEach(cve -> put(DELETE, gone, cve));
            write(DELETE, gone);
            return written;
        }

        private void put(String sql, List<Object[]> rows, Object... row) {
            rows.add(row);
            if (rows.size() == ROWS_PER_ROUND_TRIP) {
                write(sql, rows);
            }
        }

        private void write(String sql, List<Object[]> rows) {
            batches.batchUpdate(sql, rows);
            written += rows.size();
            rows.clear();
        }
    }
}
