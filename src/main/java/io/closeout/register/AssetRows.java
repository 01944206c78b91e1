package io.closeout.register;

import io.closeout.shared.NotFound;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assets as rows, for the services about them. */
@Component
class AssetRows {

    private static final String WORST = "case coalesce(w.worst, 9) when 0 then 'CRITICAL' when 1 then 'HIGH'"
            + " when 2 then 'MEDIUM' when 3 then 'LOW' end";

    private static final String OPEN =
            " left join (select f.asset_id, count(*) as findings, count(distinct f.item_id) as items, min("
                    + "case f.severity when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2 when 'LOW' then 3 end"
                    + ") as worst from finding f where f.state = 'OPEN' group by f.asset_id) w on w.asset_id = a.id";

    /** Sortable fields by the names that the API uses. */
    private static final Map<String, String> ORDERS = Map.of(
            "name", "lower(a.name)",
            "scope", "a.scope_id",
            "criticality", "case a.criticality when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end",
            "ownerGroup", "coalesce(a.owner_group, '')",
            "assetGroup", "lower(coalesce(a.asset_group, ''))",
            "openItems", "coalesce(w.items, 0)",
            "worst", "coalesce(w.worst, 9)");

    private final JdbcClient jdbc;

    AssetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Asset get(long id) {
        return jdbc.sql(
                        "select id, scope_id, name, criticality, publicly_exposed, owner_group, asset_group, operating_system, state,"
                                + " merged_into, retirement_reason, retirement_asked_by, retired_by, retired_at, version"
                                + " from asset where id = ?")
                .param(id)
                .query(new SimplePropertyRowMapper<>(Asset.class))
                .optional()
                .orElseThrow(() -> NotFound.of("asset", id));
    }

    /** By name if nothing else is asked for. */
    Page<AssetSummary> find(AssetFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = jdbc.sql("select count(*) from asset a" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<AssetSummary> found = jdbc.sql(
                        "select a.id, a.name, a.scope_id as scope, a.criticality, a.publicly_exposed, a.owner_group, a.asset_group,"
                                + " a.operating_system, a.state, coalesce(w.items, 0) as open_items,"
                                + " coalesce(w.findings, 0) as open_findings, " + WORST
                                + " as worst, a.version from asset a"
                                + OPEN + where + order(page) + " offset :offset rows fetch first :size rows only")
                .params(parameters)
                .param("offset", page.offset())
                .param("size", page.size())
                .query(new SimplePropertyRowMapper<>(AssetSummary.class))
                .list();
        return new Page<>(found, page.page(), page.size(), total);
    }

    private static String where(AssetFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (filter.inUse()) {
            conditions.add("a.state in ('ACTIVE', 'RETIREMENT_ASKED')");
        }
        if (filter.scope() != null && !filter.scope().isBlank()) {
            conditions.add("a.scope_id = :scope");
            parameters.put("scope", filter.scope());
        }
        if (filter.criticality() != null) {
            conditions.add("a.criticality = :criticality");
            parameters.put("criticality", filter.criticality().name());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add(
                    "(lower(a.name) like :text or exists (select 1 from asset_identifier n where n.asset_id = a.id"
                            + " and n.identifier like :text))");
            parameters.put("text", "%" + ItemQuery.escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String order(PageRequest page) {
        String column = ORDERS.get(page.sort().isBlank() ? "name" : page.sortField());
        if (column == null) {
            throw Refused.because("Assets cannot be sorted by \"" + page.sortField() + "\". Use one of: "
                    + ORDERS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return " order by " + column + (page.descending() ? " desc" : "") + ", a.id";
    }

    /** Strongest first. */
    List<AssetIdentifier> identifiers(long id) {
        return jdbc
                .sql("select kind, identifier from asset_identifier where asset_id = ? order by identifier")
                .param(id)
                .query((row, number) -> new AssetIdentifier(
                        AssetIdentifier.Kind.valueOf(row.getString("kind")), row.getString("identifier")))
                .list()
                .stream()
                .sorted(Comparator.comparing(AssetIdentifier::kind))
                .toList();
    }
}
