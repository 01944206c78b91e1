package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings: single observations of a weakness on an asset. They are rows, written in batches and only when something about
 * them changes; reading them by set-based SQL is open to the modules above. An ended finding that comes back is a new
 * occurrence, so that the closed item keeps its own.
 */
@Service
@Transactional
public class Findings {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;
    private final PoamItems items;

    Findings(JdbcTemplate batches, JdbcClient jdbc, PolicyCalendar calendar, PoamItems items) {
        this.items = items;
        this.batches = batches;
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Why a finding is no longer open. */
    public enum End {
        /** A scan proved it. */
        ABSENT,
        /** A person verified the fix; a scan that ended after the fix was reported and still sees it says otherwise. */
        VERIFIED,
        ASSET_RETIRED,
        /** The same as another finding since their assets were merged. */
        MERGED,
        /** Somebody decided that it is none; a {@link Suppression} has later imports leave it out. */
        SUPPRESSED
    }

    /** When a scan saw an open finding again. */
    public record Sighting(long findingId, Instant at) {}

    /** Adds findings and lets their assets join their items, each with its own detection date. */
    public void add(List<NewFinding> findings) {
        // Rows refer to items that were opened in this transaction and are still held back.
        items.flush();
        supersedeEarlier(findings);
        batches.batchUpdate(
                "insert into finding (scope_id, weakness_id, asset_id, location, occurrence, state, severity, item_id,"
                        + " plugin_output, first_scan_id, first_seen_at, last_scan_id, last_seen_at)"
                        + " values (?, ?, ?, ?, 1 + (select count(*) from finding e where e.weakness_id = ? and e.asset_id = ?"
                        + " and e.location = ?), 'OPEN', ?, ?, ?, ?, ?, ?, ?)",
                findings,
                500,
                (statement, finding) -> {
                    statement.setString(1, finding.scopeId());
                    statement.setLong(2, finding.weaknessId());
                    statement.setLong(3, finding.assetId());
                    statement.setString(4, finding.location());
                    statement.setLong(5, finding.weaknessId());
                    statement.setLong(6, finding.assetId());
                    statement.setString(7, finding.location());
                    statement.setString(8, finding.severity().name());
                    statement.setString(9, finding.itemId());
                    statement.setString(10, finding.pluginOutput());
                    statement.setLong(11, finding.scanId());
                    statement.setTimestamp(12, Timestamp.from(finding.seenAt()));
                    statement.setLong(13, finding.scanId());
                    statement.setTimestamp(14, Timestamp.from(finding.seenAt()));
                });
        joinAssets(findings);
    }

    private void supersedeEarlier(List<NewFinding> findings) {
        List<Long> earlier = findings.stream()
                .map(NewFinding::earlier)
                .filter(Objects::nonNull)
                .toList();
        batches.batchUpdate(
                "update finding set superseded = true where id = ?",
                earlier,
                500,
                (statement, id) -> statement.setLong(1, id));
    }

    private void joinAssets(List<NewFinding> findings) {
        batches.batchUpdate(
                "insert into item_asset (item_id, asset_id, detected_on) select ?, ?, ? from (select 1 as one) dual_row"
                        + " where not exists (select 1 from item_asset where item_id = ? and asset_id = ?)",
                findings,
                500,
                (statement, finding) -> {
                    statement.setString(1, finding.itemId());
                    statement.setLong(2, finding.assetId());
                    statement.setDate(3, Date.valueOf(calendar.dateOf(finding.seenAt())));
                    statement.setString(4, finding.itemId());
                    statement.setLong(5, finding.assetId());
                });
    }

    /** Moves the last-seen time of open findings forward; one that is later already stays. */
    public void seenAgain(long scanId, Collection<Sighting> sightings) {
        batches.batchUpdate(
                "update finding set last_scan_id = ?, last_seen_at = ? where id = ? and state = 'OPEN' and last_seen_at < ?",
                sightings,
                500,
                (statement, sighting) -> {
                    statement.setLong(1, scanId);
                    statement.setTimestamp(2, Timestamp.from(sighting.at()));
                    statement.setLong(3, sighting.findingId());
                    statement.setTimestamp(4, Timestamp.from(sighting.at()));
                });
    }

    /** Ends open findings; one that has ended already stays as it is. */
    public void end(long scanId, End how, Collection<Sighting> ended) {
        batches.batchUpdate(
                "update finding set state = ?, ended_scan_id = ?, ended_at = ? where id = ? and state = 'OPEN'",
                ended,
                500,
                (statement, sighting) -> {
                    statement.setString(1, how.name());
                    statement.setLong(2, scanId);
                    statement.setTimestamp(3, Timestamp.from(sighting.at()));
                    statement.setLong(4, sighting.findingId());
                });
    }

    /** What a closed item still has open was verified by a person: it ended when its fix was reported. */
    @EventListener
    void on(ItemClosed closed) {
        jdbc.sql("update finding set state = ?, ended_at = coalesce((select i.fix_reported_at from poam_item i"
                        + " where i.id = finding.item_id), ?) where item_id = ? and state = 'OPEN'")
                .params(
                        End.VERIFIED.name(),
                        Timestamp.from(calendar.now()),
                        closed.item().text())
                .update();
    }

    @Transactional(readOnly = true)
    public int openIn(PoamId item) {
        return jdbc.sql("select count(*) from finding where item_id = ? and state = 'OPEN'")
                .param(item.text())
                .query(Integer.class)
                .single();
    }
}
