package io.closeout.intake;

import io.closeout.register.AssetsMerged;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What scans saw of an asset. When two assets turn out to be one, it goes along. */
@Service
@Transactional
public class AssetSightings {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    AssetSightings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A scan that had the asset among its hosts. */
    public record Sighting(
            long scanId, String fileName, @Nullable Instant endedAt, Told reached, Told credentialed) {}

    /** The last {@value #MOST}, newest first. */
    @Transactional(readOnly = true)
    public List<Sighting> of(long assetId) {
        return jdbc.sql("select h.scan_id, s.file_name, max(h.ended_at) as ended_at, " + Told.COLUMNS
                        + " from scan_host h join scan s on s.id = h.scan_id where h.asset_id = ? and h.settled = true"
                        + " group by h.scan_id, s.file_name order by max(h.seen_at) desc, h.scan_id desc"
                        + " fetch first " + MOST + " rows only")
                .param(assetId)
                .query((row, number) -> {
                    Timestamp ended = row.getTimestamp("ended_at");
                    return new Sighting(
                            row.getLong("scan_id"),
                            row.getString("file_name"),
                            ended == null ? null : ended.toInstant(),
                            Told.reached(row),
                            Told.credentialed(row));
                })
                .list();
    }

    @Transactional(readOnly = true)
    public int informational(long assetId) {
        return jdbc.sql("select count(*) from info_observation where asset_id = ?")
                .param(assetId)
                .query(Integer.class)
                .single();
    }

    /** @throws Refused while an import works in the scope: it has settled already which findings are whose */
    @EventListener
    public void follow(AssetsMerged merged) {
        mustBeQuiet(merged.scopeId());
        jdbc.sql("update scan_host set asset_id = ? where asset_id = ?")
                .params(merged.into(), merged.from())
                .update();
        jdbc.sql("""
                        delete from info_observation where asset_id = :from and exists (select 1 from info_observation i
                          where i.asset_id = :into and i.scanner = info_observation.scanner
                          and i.check_id = info_observation.check_id and i.location = info_observation.location)
                        """).param("from", merged.from()).param("into", merged.into()).update();
        jdbc.sql("update info_observation set asset_id = ? where asset_id = ?")
                .params(merged.into(), merged.from())
                .update();
    }

    private void mustBeQuiet(String scopeId) {
        int busy = jdbc.sql("select count(*) from scope_lease where scope_id = ? and held_until > ?")
                .params(scopeId, Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        if (busy > 0) {
            throw Refused.because("An import is running in this scope. Merge the assets when it is done.");
        }
    }
}
