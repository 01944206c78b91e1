package io.closeout.register;

import java.sql.Date;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets as people write their names down. */
@Component
public class AssetNames {

    private final JdbcClient jdbc;

    AssetNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active ones of the scope by name; names that none has are missing. */
    public Map<String, NamedAsset> find(String scope, Collection<String> names) {
        Map<String, NamedAsset> found = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql(
                            "select id, name, criticality, publicly_exposed, coalesce(owner_group, '') as owner_group"
                                    + " from asset where scope_id = :scope and name in (:names) and state = 'ACTIVE' order by id desc")
                    .param("scope", scope)
                    .param("names", names)
                    .query(NamedAsset.class)
                    .list()
                    .forEach(asset -> found.put(asset.name(), asset));
        }
        return found;
    }

    /** What they mean for the urgency of an item together. */
    public static AssetImpact impact(Collection<NamedAsset> assets) {
        Set<String> groups = assets.stream().map(NamedAsset::ownerGroup).collect(Collectors.toSet());
        String group = groups.size() == 1 ? groups.iterator().next() : "";
        return assets.stream()
                .map(NamedAsset::criticality)
                .max(Comparator.naturalOrder())
                .map(highest -> new AssetImpact(
                        highest, assets.stream().anyMatch(NamedAsset::publiclyExposed), group.isEmpty() ? null : group))
                .orElse(AssetImpact.UNKNOWN);
    }

    /** For an item whose row is written. */
    void join(PoamItem item, List<NamedAsset> assets) {
        assets.forEach(asset -> jdbc.sql("insert into item_asset (item_id, asset_id, detected_on) values (?, ?, ?)")
                .params(item.id().text(), asset.id(), Date.valueOf(item.detectedOn()))
                .update());
    }
}
