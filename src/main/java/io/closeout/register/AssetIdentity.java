package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognises machines over time: by agent or BIOS id, name, network card and last by address (design: asset). The strongest
 * identifier that is known decides, unless a stronger one of the found machine differs: then an address has moved on.
 */
@Service
@Transactional
public class AssetIdentity {

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    AssetIdentity(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @return the id of the asset, which is new if nothing fits */
    public long recognise(String scopeId, SeenAsset seen) {
        long asset = find(scopeId, seen).orElseGet(() -> create(scopeId, seen));
        remember(scopeId, asset, seen);
        noteSystem(asset, seen);
        return asset;
    }

    /** Looks only: what the scan says of the machine is not remembered. */
    @Transactional(readOnly = true)
    public Optional<Long> find(String scopeId, SeenAsset seen) {
        return seen.identifiers().stream()
                .flatMap(each -> owner(scopeId, each).stream())
                .filter(asset -> !isToldApart(scopeId, asset, seen))
                .findFirst();
    }

    private Optional<Long> owner(String scopeId, AssetIdentifier identifier) {
        return jdbc.sql("select i.asset_id from asset_identifier i join asset a on a.id = i.asset_id"
                        + " where i.scope_id = ? and i.kind = ? and i.identifier = ? and a.state <> 'RETIRED'")
                .params(scopeId, identifier.kind().name(), identifier.identifier())
                .query(Long.class)
                .optional();
    }

    /** The strongest kind that both know settles it; a weaker kind is then not asked. */
    private boolean isToldApart(String scopeId, long asset, SeenAsset seen) {
        Map<AssetIdentifier.Kind, List<String>> known = known(scopeId, asset);
        return seen.identifiers().stream()
                .filter(each -> each.kind().tellsApart() && known.containsKey(each.kind()))
                .findFirst()
                .map(strongest ->
                        !known.getOrDefault(strongest.kind(), List.of()).contains(strongest.identifier()))
                .orElse(false);
    }

    private Map<AssetIdentifier.Kind, List<String>> known(String scopeId, long asset) {
        Map<AssetIdentifier.Kind, List<String>> known = new HashMap<>();
        jdbc.sql("select kind, identifier from asset_identifier where scope_id = ? and asset_id = ?")
                .params(scopeId, asset)
                .query((row, number) -> new AssetIdentifier(
                        AssetIdentifier.Kind.valueOf(row.getString("kind")), row.getString("identifier")))
                .list()
                .forEach(each -> known.merge(each.kind(), List.of(each.identifier()), AssetIdentity::joined));
        return known;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private long create(String scopeId, SeenAsset seen) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into asset (scope_id, name, operating_system, created_at) values (?, ?, ?, ?)")
                .params(
                        scopeId,
                        cut(seen.name()),
                        seen.operatingSystem() == null ? null : cut(seen.operatingSystem()),
                        Timestamp.from(calendar.now()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void remember(String scopeId, long asset, SeenAsset seen) {
        for (AssetIdentifier each : seen.identifiers()) {
            int moved = jdbc.sql(
                            "update asset_identifier set asset_id = ? where scope_id = ? and kind = ? and identifier = ?")
                    .params(asset, scopeId, each.kind().name(), cut(each.identifier()))
                    .update();
            if (moved == 0) {
                jdbc.sql("insert into asset_identifier (scope_id, kind, identifier, asset_id) values (?, ?, ?, ?)")
                        .params(scopeId, each.kind().name(), cut(each.identifier()), asset)
                        .update();
            }
        }
    }

    /** An asset from a spreadsheet has none yet, and machines are upgraded; a scan that does not know it takes nothing back. */
    private void noteSystem(long asset, SeenAsset seen) {
        if (seen.operatingSystem() != null) {
            String system = cut(seen.operatingSystem());
            jdbc.sql("update asset set operating_system = ? where id = ? and coalesce(operating_system, '') <> ?")
                    .params(system, asset, system)
                    .update();
        }
    }

    private static String cut(String text) {
        return text.length() <= 255 ? text : text.substring(0, 255);
    }
}
