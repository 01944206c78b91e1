package io.closeout.register;

import io.closeout.policy.Criticality;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assets that an item stands on, and what was found on each. */
@Service
@Transactional(readOnly = true)
public class AffectedAssets {

    private final JdbcClient jdbc;

    AffectedAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param detectedOn when the asset joined the item
     * @param open findings of this item that are still there; {@code ended} those that are gone
     * @param locations the first and last open place, such as {@code 3389/tcp}; empty if none is open
     * @param lastSeenAt null for an item without findings, such as one made by hand
     */
    public record AffectedAsset(
            long id,
            String name,
            Criticality criticality,
            boolean publiclyExposed,
            Asset.State state,
            LocalDate detectedOn,
            int open,
            int ended,
            String locations,
            @Nullable Instant lastSeenAt) {}

    /**
     * One observation.
     *
     * @param location such as {@code 3389/tcp}; empty for the host as a whole
     * @param state {@code OPEN}, or how it ended
     */
    public record ItemFinding(
            long id,
            long assetId,
            String asset,
            String location,
            String state,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant endedAt) {}

    /** Those with open findings first, then by name. */
    public Page<AffectedAsset> of(PoamId item, PageRequest page) {
        List<AffectedAsset> assets = jdbc.sql(
                        "select a.id, a.name, a.criticality, a.publicly_exposed, a.state, ia.detected_on,"
                                + " count(case when f.state = 'OPEN' then 1 end) as open_findings,"
                                + " count(case when f.state <> 'OPEN' then 1 end) as ended_findings, max(f.last_seen_at) as last_seen_at,"
                                + " min(case when f.state = 'OPEN' then f.location end) as first_place,"
                                + " max(case when f.state = 'OPEN' then f.location end) as last_place"
                                + " from item_asset ia join asset a on a.id = ia.asset_id"
                                + " left join finding f on f.item_id = ia.item_id and f.asset_id = a.id where ia.item_id = :item"
                                + " group by a.id, a.name, a.criticality, a.publicly_exposed, a.state, ia.detected_on"
                                + " order by case when count(case when f.state = 'OPEN' then 1 end) > 0 then 0 else 1 end, lower(a.name), a.id"
                                + " offset :offset rows fetch first :size rows only")
                .params(Map.of("item", item.text(), "offset", page.offset(), "size", page.size()))
                .query((row, number) -> new AffectedAsset(
                        row.getLong("id"),
                        row.getString("name"),
                        Criticality.valueOf(row.getString("criticality")),
                        row.getBoolean("publicly_exposed"),
                        Asset.State.valueOf(row.getString("state")),
                        row.getDate("detected_on").toLocalDate(),
                        row.getInt("open_findings"),
                        row.getInt("ended_findings"),
                        places(row.getString("first_place"), row.getString("last_place"), row.getInt("open_findings")),
                        row.getTimestamp("last_seen_at") == null
                                ? null
                                : row.getTimestamp("last_seen_at").toInstant()))
                .list();
        return new Page<>(assets, page.page(), page.size(), count("item_asset", item));
    }

    private static String places(@Nullable String first, @Nullable String last, int count) {
        if (first == null || last == null) {
            return "";
        }
        return switch (count) {
            case 1 -> first;
            case 2 -> first + ", " + last;
            default -> first + " and " + (count - 1) + " more";
        };
    }

    /** Open ones first, then by asset and location. */
    public Page<ItemFinding> findings(PoamId item, PageRequest page) {
        List<ItemFinding> findings = jdbc.sql(
                        "select f.id, f.asset_id, a.name, f.location, f.state, f.first_seen_at, f.last_seen_at, f.ended_at"
                                + " from finding f join asset a on a.id = f.asset_id where f.item_id = :item"
                                + " order by case f.state when 'OPEN' then 0 else 1 end, lower(a.name), f.location, f.id"
                                + " offset :offset rows fetch first :size rows only")
                .params(Map.of("item", item.text(), "offset", page.offset(), "size", page.size()))
                .query((row, number) -> new ItemFinding(
                        row.getLong("id"),
                        row.getLong("asset_id"),
                        row.getString("name"),
                        row.getString("location"),
                        row.getString("state"),
                        row.getTimestamp("first_seen_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant(),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant()))
                .list();
        return new Page<>(findings, page.page(), page.size(), count("finding", item));
    }

    private long count(String table, PoamId item) {
        return jdbc.sql("select count(*) from " + table + " where item_id = ?")
                .param(item.text())
                .query(Long.class)
                .single();
    }
}
