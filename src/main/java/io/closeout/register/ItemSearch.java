package io.closeout.register;

import io.closeout.access.PolicyCalendar;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Sortable fields by the names that the API uses. */
    private static final Map<String, String> ORDERS = Map.ofEntries(
            Map.entry("id", "i.detected_on, i.id"),
            Map.entry("title", "lower(i.title)"),
            Map.entry("severity", rank("i.severity")),
            Map.entry("priority", rank("i.priority")),
            Map.entry("cvss", "coalesce(i.cvss, 0)"),
            Map.entry("status", "i.status"),
            Map.entry("owner", "lower(coalesce(p.name, ''))"),
            Map.entry("detectedOn", "i.detected_on"),
            Map.entry("deadline", "i.deadline"),
            Map.entry("plannedCompletion", "i.planned_completion"),
            Map.entry("due", ItemQuery.DUE));

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    ItemSearch(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** By default the most urgent first: priority, then due date. */
    public Page<ItemSummary> find(ItemFilter filter, PageRequest page) {
        ItemQuery query = new ItemQuery(filter, calendar.today());
        long total = jdbc.sql("select count(*)" + TABLES + query.where())
                .params(query.parameters())
                .query(Long.class)
                .single();
        List<ItemSummary> items = jdbc.sql(COLUMNS + TABLES + query.where() + order(page)
                        + " offset :offset rows fetch first :size rows only")
                .params(query.parameters())
                .param("offset", page.offset())
                .param("size", page.size())
                .query(SUMMARY)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
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
        return find(filter, new PageRequest(0, 1, "")).total();
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
        String column = ORDERS.get(page.sortField());
        if (column == null) {
            throw Refused.because("Items cannot be sorted by \"" + page.sortField() + "\". Use one of: "
                    + ORDERS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        String direction = page.descending() ? " desc" : " asc";
        return " order by " + column.replace(",", direction + ",") + direction + ", i.id" + direction;
    }

    /** Worst first when ascending. */
    private static String rank(String column) {
        return "case " + column
                + " when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2 when 'LOW' then 3 else 4 end";
    }
}
