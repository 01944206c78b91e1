package io.closeout.register;

import io.closeout.policy.Criticality;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assets that an item stands on. */
@Service
@Transactional(readOnly = true)
public class ItemAssets {

    private final JdbcClient jdbc;

    ItemAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An asset of an item.
     *
     * @param detectedOn the day on which the weakness was first seen on this asset
     * @param locations the first and last open place, such as {@code 3389/tcp}; empty if none is open
     */
    public record AffectedAsset(
            long id, String name, Criticality criticality, LocalDate detectedOn, String locations, int openFindings) {}

    /** By name, those with open findings first. */
    public List<AffectedAsset> of(PoamId item, int most) {
        return jdbc.sql("""
                        select a.id, a.name, a.criticality, ia.detected_on, count(f.id) as open_findings,
                          min(f.location) as first_place, max(f.location) as last_place
                        from item_asset ia join asset a on a.id = ia.asset_id
                        left join finding f on f.item_id = ia.item_id and f.asset_id = ia.asset_id and f.state = 'OPEN'
                        where ia.item_id = :item
                        group by a.id, a.name, a.criticality, ia.detected_on
                        order by case when count(f.id) > 0 then 0 else 1 end, a.name, a.id
                        fetch first :most rows only
                        """)
                .param("item", item.text())
                .param("most", most)
                .query((row, number) -> new AffectedAsset(
                        row.getLong("id"),
                        row.getString("name"),
                        Criticality.valueOf(row.getString("criticality")),
                        row.getDate("detected_on").toLocalDate(),
                        places(row.getString("first_place"), row.getString("last_place"), row.getInt("open_findings")),
                        row.getInt("open_findings")))
                .list();
    }

    public int count(PoamId item) {
        return jdbc.sql("select count(*) from item_asset where item_id = ?")
                .param(item.text())
                .query(Integer.class)
                .single();
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
}
