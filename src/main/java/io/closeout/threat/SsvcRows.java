package io.closeout.threat;

import io.closeout.policy.Automatable;
import io.closeout.policy.TechnicalImpact;
import io.closeout.threat.reading.SsvcRecord;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** SSVC decision points, of a CVE the newest judgement. */
@Repository
@Transactional
class SsvcRows {

    private static final int ROWS_PER_ROUND_TRIP = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SsvcRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** CVEs of which nothing is known are missing. */
    public Map<String, SsvcRecord> points(Collection<String> cves) {
        Map<String, SsvcRecord> points = new HashMap<>();
        if (!cves.isEmpty()) {
            jdbc.sql("select cve, automatable, technical_impact, judged_at from ssvc_point where cve in (:cves)")
                    .param("cves", cves)
                    .query((row, number) -> new SsvcRecord(
                            row.getString("cve"),
                            word(Automatable.class, row.getString("automatable"), Automatable.UNKNOWN),
                            word(TechnicalImpact.class, row.getString("technical_impact"), TechnicalImpact.UNKNOWN),
                            FeedRows.instant(row, "judged_at")))
                    .list()
                    .forEach(each -> points.put(each.cve(), each));
        }
        return points;
    }

    public long count() {
        return jdbc.sql("select count(*) from ssvc_point").query(Long.class).single();
    }

    /** All of which something is known. */
    public List<String> cves() {
        return jdbc.sql("select cve from ssvc_point").query(String.class).list();
    }

    private static <E extends Enum<E>> E word(Class<E> words, @Nullable String word, E unknown) {
        return word == null ? unknown : Enum.valueOf(words, word);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Loading loading(long release) {
        return new Loading(release);
    }

    /** Takes records as they come and writes them in few round trips; an older judgement does not replace a newer one. */
    final class Loading {

        private final long release;
        private final Map<String, SsvcRecord> waiting = new HashMap<>();
        private final Set<String> changed = new HashSet<>();

        Loading(long release) {
            this.release = release;
        }

        void add(SsvcRecord record) {
            waiting.merge(record.cve(), record, (first, second) -> isNewer(second, first) ? second : first);
            if (waiting.size() == ROWS_PER_ROUND_TRIP) {
                flush();
            }
        }

        /** @return the CVEs of which something new is known, over all round trips */
        Set<String> flush() {
            Map<String, SsvcRecord> known = points(waiting.keySet());
            List<SsvcRecord> fresh = new ArrayList<>();
            List<SsvcRecord> other = new ArrayList<>();
            waiting.forEach((cve, record) -> {
                SsvcRecord before = known.get(cve);
                if (before == null) {
                    fresh.add(record);
                } else if (isNewer(record, before) && !record.equals(before)) {
                    other.add(record);
                }
            });
            insert(fresh);
            update(other);
            fresh.forEach(each -> changed.add(each.cve()));
            other.forEach(each -> changed.add(each.cve()));
            waiting.clear();
            return changed;
        }

        private void insert(List<SsvcRecord> records) {
            batches.batchUpdate(
                    "insert into ssvc_point (automatable, technical_impact, judged_at, release_id, cve) values (?, ?, ?, ?, ?)",
                    records.stream().map(this::row).toList());
        }

        private void update(List<SsvcRecord> records) {
            batches.batchUpdate(
                    "update ssvc_point set automatable = ?, technical_impact = ?, judged_at = ?, release_id = ? where cve = ?",
                    records.stream().map(this::row).toList());
        }

        private Object[] row(SsvcRecord record) {
            Instant judgedAt = record.judgedAt();
            return new Object[] {
                known(record.automatable(), Automatable.UNKNOWN),
                known(record.technicalImpact(), TechnicalImpact.UNKNOWN),
                new SqlParameterValue(
                        Types.TIMESTAMP_WITH_TIMEZONE, judgedAt == null ? null : judgedAt.atOffset(ZoneOffset.UTC)),
                release,
                record.cve()
            };
        }
    }

    private static SqlParameterValue known(Enum<?> word, Enum<?> unknown) {
        return new SqlParameterValue(Types.VARCHAR, word == unknown ? null : word.name());
    }

    /** One without a date is as good as the other. */
    private static boolean isNewer(SsvcRecord record, SsvcRecord before) {
        return record.judgedAt() == null
                || before.judgedAt() == null
                || !record.judgedAt().isBefore(before.judgedAt());
    }
}
