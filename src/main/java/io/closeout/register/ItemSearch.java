package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts over the register, by SQL and a page at a time, for pages, the API and reports. */
@Service
@Transactional(readOnly = true)
public class ItemSearch {

    private static final RowMapper<ItemSummary> SUMMARY = new SimplePropertyRowMapper<>(ItemSummary.class);

    private static final String COLUMNS =
            "select i.id, i.title, i.description, i.severity, i.cvss, i.priority, i.status, i.owner_id,"
                    + " p.name as owner_name, p.email as owner_email, i.owner_group, i.scope_id as scope, i.track, i.source, i.source_id,"
                    + " i.detected_on, i.deadline, i.original_completion, i.planned_completion, " + ItemQuery.DUE
                    + " as due, case when "
                    + ItemQuery.OVERDUE + " then true else false end as overdue, i.closed_on,"
                    + " (select count(*) from item_asset ia where ia.item_id = i.id) as assets,"
                    + " (select count(*) from finding f where f.item_id = i.id and f.state = 'OPEN') as findings";

    private static final String TABLES = " from poam_item i left join person p on p.id = i.owner_id";

    /** Sortable fields by the names that the API uses; where there is nothing to sort by comes last, on both databases. */
    private static final Map<String, List<String>> ORDERS = Map.ofEntries(
            Map.entry("id", List.of("substring(i.id, 1, 8)", "length(i.id)")),
            Map.entry("title", List.of("lower(i.title)")),
            Map.entry("severity", List.of(rank("i.severity"))),
            Map.entry("priority", List.of(rank("i.priority"))),
            Map.entry("cvss", List.of("i.cvss")),
            Map.entry("status", List.of(rank("i.status", ItemStatus.values()))),
            Map.entry("owner", List.of("lower(p.name)")),
            Map.entry("detectedOn", List.of("i.detected_on")),
            Map.entry("deadline", List.of("i.deadline")),
            Map.entry("originalCompletion", List.of("i.original_completion")),
            Map.entry("plannedCompletion", List.of("i.planned_completion")),
            Map.entry("due", List.of(ItemQuery.DUE)),
            Map.entry("closedOn", List.of("i.closed_on")),
            Map.entry("assets", List.of("assets")),
            Map.entry("findings", List.of("findings")));

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;
    private final ObjectProvider<KnownExploited> knownExploited;

    ItemSearch(JdbcClient jdbc, PolicyCalendar calendar, ObjectProvider<KnownExploited> knownExploited) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.knownExploited = knownExploited;
    }

    /** By default the most urgent first: priority, then due date. */
    public Page<ItemSummary> find(ItemFilter filter, PageRequest page) {
        ItemQuery query = query(filter);
        long total = count(query);
        List<ItemSummary> items = jdbc.sql(COLUMNS + TABLES + query.where() + order(page)
                        + " offset :offset rows fetch first :size rows only")
                .params(query.parameters())
                .param("offset", page.offset())
                .param("size", page.size())
                .query(SUMMARY)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    /** Ids of all open items, oldest first. */
    public List<PoamId> openIds() {
        return jdbc.sql("select i.id from poam_item i where " + ItemQuery.OPEN + " order by i.created_at, i.id")
                .query((row, number) -> new PoamId(row.getString("id")))
                .list();
    }

    /** Ids of the open items of a scope on one track, oldest first. */
    public List<PoamId> openIds(String scope, Track track) {
        return jdbc.sql("select i.id from poam_item i where " + ItemQuery.OPEN
                        + " and i.scope_id = :scope and i.track = :track order by i.created_at, i.id")
                .param("scope", scope)
                .param("track", track.name())
                .query((row, number) -> new PoamId(row.getString("id")))
                .list();
    }

    /** Open items by severity; severities without items are missing. */
    public Map<Severity, Long> openBySeverity() {
        return jdbc
                .sql("select i.severity as severity, count(*) as items from poam_item i where " + ItemQuery.OPEN
                        + " group by i.severity")
                .query((row, number) -> Map.entry(Severity.valueOf(row.getString("severity")), row.getLong("items")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public long count(ItemFilter filter) {
        return count(query(filter));
    }

    /** Those of the items whose weakness is known to be exploited. */
    public Set<String> knownExploited(Collection<String> items) {
        Set<Long> weaknesses = items.isEmpty() ? Set.of() : exploited();
        if (weaknesses.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql(
                        "select id from poam_item where id in (:items) and weakness_id in (:weaknesses)"
                                + " union select item_id from item_weakness where item_id in (:items) and weakness_id in (:weaknesses)")
                .param("items", items)
                .param("weaknesses", weaknesses)
                .query(String.class)
                .set();
    }

    private ItemQuery query(ItemFilter filter) {
        return new ItemQuery(filter, calendar.today(), this::exploited);
    }

    private Set<Long> exploited() {
        return knownExploited.stream()
                .flatMap(each -> each.weaknesses().stream())
                .collect(Collectors.toSet());
    }

    private long count(ItemQuery query) {
        return jdbc.sql("select count(*)" + TABLES + query.where())
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    /** Items that are open and stand on any of these assets. */
    public List<ItemSummary> on(Collection<Long> assets) {
        if (assets.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + TABLES + " where " + ItemQuery.OPEN
                        + " and exists (select 1 from item_asset ia where ia.item_id = i.id and ia.asset_id in (:assets))"
                        + " order by i.id")
                .param("assets", assets)
                .param("today", calendar.today())
                .query(SUMMARY)
                .list();
    }

    private static String order(PageRequest page) {
        if (page.sort().isBlank()) {
            return " order by " + rank("i.priority") + ", " + ItemQuery.DUE + ", i.id";
        }
        List<String> columns = ORDERS.get(page.sortField());
        if (columns == null) {
            throw Refused.because("Items cannot be sorted by \"" + page.sortField() + "\". Use one of: "
                    + ORDERS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        String direction = page.descending() ? " desc" : " asc";
        return columns.stream()
                .map(column -> column + direction + " nulls last")
                .collect(Collectors.joining(", ", " order by ", ", i.id" + direction));
    }

    /** Worst first when ascending. */
    private static String rank(String column) {
        return rank(column, Severity.values());
    }

    /** In the order of the enum, not of the alphabet. */
    private static String rank(String column, Enum<?>[] ordered) {
        return Arrays.stream(ordered)
                .map(each -> "when '" + each.name() + "' then " + each.ordinal())
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }
}
