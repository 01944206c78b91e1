package io.closeout.review.falsepositive;

import io.closeout.register.PoamItem;
import io.closeout.shared.Refused;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which assets of an item something is claimed, and whether that leaves anything of it. */
@Component
class ClaimedAssets {

    private final JdbcClient jdbc;

    ClaimedAssets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record ItemAsset(long id, String name) {

        boolean isCalled(String wanted) {
            return wanted.equals(Long.toString(id)) || wanted.equalsIgnoreCase(name);
        }
    }

    /**
     * @param wanted ids or names; empty for everywhere
     * @throws Refused if one of them is no asset of the item
     */
    Set<Long> of(PoamItem item, Collection<String> wanted) {
        List<ItemAsset> assets = jdbc.sql("select a.id, a.name from item_asset i join asset a on a.id = i.asset_id"
                        + " where i.item_id = ? order by lower(a.name), a.id")
                .param(item.id().text())
                .query(ItemAsset.class)
                .list();
        Set<Long> ids = new LinkedHashSet<>();
        wanted.forEach(each -> ids.addAll(called(each.strip(), assets, item)));
        return ids;
    }

    private static List<Long> called(String wanted, List<ItemAsset> assets, PoamItem item) {
        List<Long> found = assets.stream()
                .filter(asset -> asset.isCalled(wanted))
                .map(ItemAsset::id)
                .toList();
        if (found.isEmpty()) {
            throw Refused.because("%s has no asset \"%s\". Its assets are: %s."
                    .formatted(
                            item.id(),
                            wanted,
                            assets.stream().map(ItemAsset::name).collect(Collectors.joining(", "))));
        }
        return found;
    }

    /** Whether nothing of the item remains open without these assets; without any, they are all. */
    boolean areAll(PoamItem item, Set<Long> assets) {
        return assets.isEmpty()
                || jdbc.sql("select count(*) from finding where item_id = :item and state = 'OPEN'"
                                        + " and asset_id not in (:assets)")
                                .param("item", item.id().text())
                                .param("assets", assets)
                                .query(Integer.class)
                                .single()
                        == 0;
    }
}
