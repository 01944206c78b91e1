package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one asset of two that turned out to be the same machine. What both know of a weakness at one place stays open once; the
 * earliest sighting and the latest are kept. The merged asset remains, as a pointer to the other.
 */
@Service
@Transactional
public class AssetMerge {

    private final AssetRows rows;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    AssetMerge(
            AssetRows rows, JdbcClient jdbc, Ledger ledger, PolicyCalendar calendar, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * @param version of the asset that is merged away, as the person saw it
     * @throws Refused if they are not two assets in use of one scope, or an item would be left without a finding
     */
    public void merge(long from, long into, int version, Actor by) {
        by.mustBeIn("merge assets", Group.ISSM);
        Asset gone = rows.get(from);
        Asset stays = rows.get(into);
        mustFit(gone, stays);
        events.publishEvent(new AssetsMerged(gone.scopeId(), from, into));
        leave(gone, stays, version);
        settleConflicts(gone, stays);
        int findings = moveFindings(from, into);
        int items = moveItems(from, into);
        jdbc.sql("update asset_identifier set asset_id = ? where asset_id = ?")
                .params(into, from)
                .update();
        ledger.appendAll(List.of(
                LedgerEntry.of("assetMerged", gone.subject(), by)
                        .with("into", into)
                        .with("findings", findings)
                        .with("items", items),
                LedgerEntry.of("assetTookOver", stays.subject(), by)
                        .with("from", from)
                        .with("name", gone.name())
                        .with("findings", findings)
                        .with("items", items)));
    }

    private static void mustFit(Asset gone, Asset stays) {
        if (gone.id() == stays.id()) {
            throw Refused.because("Choose another asset: this one cannot be merged into itself.");
        }
        if (!gone.scopeId().equals(stays.scopeId())) {
            throw Refused.because(gone.name() + " and " + stays.name() + " belong to different scopes.");
        }
        if (gone.state() != Asset.State.ACTIVE || stays.state() != Asset.State.ACTIVE) {
            throw Refused.because(
                    "Only assets in use can be merged. Decide about a retirement that was asked for first.");
        }
    }

    private void leave(Asset gone, Asset stays, int version) {
        int left = jdbc.sql(
                        "update asset set state = 'MERGED', merged_into = ?, version = version + 1 where id = ? and version = ?")
                .params(stays.id(), gone.id(), version)
                .update();
        Assets.mustHaveChanged(left, gone);
    }

    /** The newest findings of one weakness at one place, on either asset. */
    private record Conflict(
            long gone,
            String goneState,
            String goneItem,
            long stays,
            String staysState,
            String staysItem,
            boolean goneEndedLater) {

        boolean goneWins() {
            return isOpen(goneState) ? !isOpen(staysState) : !isOpen(staysState) && goneEndedLater;
        }

        boolean bothOpen() {
            return isOpen(goneState) && isOpen(staysState);
        }

        private static boolean isOpen(String state) {
            return state.equals("OPEN");
        }
    }

    private void settleConflicts(Asset gone, Asset stays) {
        for (Conflict conflict : conflicts(gone.id(), stays.id())) {
            if (conflict.bothOpen()) {
                joinOpen(conflict, gone);
            }
            jdbc.sql("update finding set superseded = true where id = ?")
                    .param(conflict.goneWins() ? conflict.stays() : conflict.gone())
                    .update();
        }
    }

    private List<Conflict> conflicts(long gone, long stays) {
        return jdbc.sql("""
                        select g.id as gone, g.state as gone_state, g.item_id as gone_item,
                          s.id as stays, s.state as stays_state, s.item_id as stays_item,
                          case when g.ended_at > s.ended_at then true else false end as gone_ended_later
                        from finding g join finding s on s.weakness_id = g.weakness_id and s.location = g.location
                        where g.asset_id = ? and s.asset_id = ? and g.superseded = false and s.superseded = false
                        """).params(gone, stays).query(Conflict.class).list();
    }

    private void joinOpen(Conflict conflict, Asset gone) {
        jdbc.sql("update finding set state = ?, ended_at = ? where id = ?")
                .params(Findings.End.MERGED.name(), Timestamp.from(calendar.now()), conflict.gone())
                .update();
        takeOver("first_scan_id", "first_seen_at", "<", conflict);
        takeOver("last_scan_id", "last_seen_at", ">", conflict);
        if (!conflict.goneItem().equals(conflict.staysItem()) && openIn(conflict.goneItem()) == 0) {
            throw Refused.because(gone.name() + " is all that is open in " + conflict.goneItem()
                    + ", and the other asset has the same weakness in " + conflict.staysItem()
                    + ". Close one of these items first, then merge.");
        }
    }

    private void takeOver(String scan, String moment, String when, Conflict conflict) {
        jdbc.sql("""
                        update finding set %1$s = (select g.%1$s from finding g where g.id = :gone),
                          %2$s = (select g.%2$s from finding g where g.id = :gone)
                        where id = :stays and (select g.%2$s from finding g where g.id = :gone) %3$s %2$s
                        """.formatted(scan, moment, when))
                .param("gone", conflict.gone())
                .param("stays", conflict.stays())
                .update();
    }

    private int openIn(String item) {
        return jdbc.sql("select count(*) from finding where item_id = ? and state = 'OPEN'")
                .param(item)
                .query(Integer.class)
                .single();
    }

    /** Occurrences go on counting after those that are there. */
    private int moveFindings(long from, long into) {
        return jdbc.sql("""
                        update finding set asset_id = :into, occurrence = occurrence + coalesce((
                          select max(e.occurrence) from finding e where e.asset_id = :into
                          and e.weakness_id = finding.weakness_id and e.location = finding.location), 0)
                        where asset_id = :from
                        """).param("into", into).param("from", from).update();
    }

    /** An item that stands on both keeps the earlier detection date. */
    private int moveItems(long from, long into) {
        jdbc.sql("""
                        update item_asset set detected_on = (select g.detected_on from item_asset g
                          where g.item_id = item_asset.item_id and g.asset_id = :from)
                        where asset_id = :into and exists (select 1 from item_asset g where g.item_id = item_asset.item_id
                          and g.asset_id = :from and g.detected_on < item_asset.detected_on)
                        """).param("into", into).param("from", from).update();
        jdbc.sql("delete from item_asset where asset_id = :from and item_id in"
                        + " (select s.item_id from item_asset s where s.asset_id = :into)")
                .param("into", into)
                .param("from", from)
                .update();
        return jdbc.sql("update item_asset set asset_id = ? where asset_id = ?")
                .params(into, from)
                .update();
    }
}
