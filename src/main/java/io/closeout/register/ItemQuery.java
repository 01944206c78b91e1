package io.closeout.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The where clause for a filter; what people type only ever becomes a parameter. */
final class ItemQuery {

    static final String OPEN = "i.status in ('NEW', 'PLANNED', 'IN_PROGRESS', 'AWAITING_VERIFICATION')";
    static final String DUE = "coalesce(i.planned_completion, i.deadline)";
    /** Needs the parameter {@code today}. */
    static final String OVERDUE =
            "(" + OPEN + " and " + DUE + " < :today and coalesce(i.vendor_wait_until, " + DUE + ") < :today)";

    private static final String FOUND =
            "(lower(i.id) like :text or lower(i.title) like :text or lower(coalesce(i.source_id, ''))"
                    + " like :text or exists (select 1 from weakness w where w.id = i.weakness_id and lower(coalesce(w.cves, '')) like :text)"
                    + " or exists (select 1 from item_weakness m join weakness w on w.id = m.weakness_id where m.item_id = i.id"
                    + " and lower(coalesce(w.cves, '')) like :text)"
                    + " or exists (select 1 from item_asset ia join asset a on a.id = ia.asset_id where ia.item_id = i.id"
                    + " and lower(a.name) like :text))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param exploited ids of the weaknesses that are known to be */
    ItemQuery(ItemFilter filter, LocalDate today, Supplier<Set<Long>> exploited) {
        parameters.put("today", today);
        if (!filter.statuses().isEmpty()) {
            restrict(
                    "i.status in (:statuses)",
                    "statuses",
                    filter.statuses().stream().map(Enum::name).toList());
        }
        if (!filter.severities().isEmpty()) {
            restrict(
                    "i.severity in (:severities)",
                    "severities",
                    filter.severities().stream().map(Enum::name).toList());
        }
        if (!filter.priorities().isEmpty()) {
            restrict(
                    "i.priority in (:priorities)",
                    "priorities",
                    filter.priorities().stream().map(Enum::name).toList());
        }
        if (filter.owner() != null && !filter.owner().isBlank()) {
            restrict("i.owner_id = :owner", "owner", filter.owner());
        }
        if (filter.scope() != null && !filter.scope().isBlank()) {
            restrict("i.scope_id = :scope", "scope", filter.scope());
        }
        if (filter.asset() != null) {
            restrict(
                    "exists (select 1 from item_asset ia where ia.item_id = i.id and ia.asset_id = :asset)",
                    "asset",
                    filter.asset());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            restrict(FOUND, "text", "%" + escaped(filter.text()) + "%");
        }
        if (filter.knownExploited() != null) {
            restrictToExploited(filter.knownExploited(), exploited.get());
        }
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? OVERDUE : "not " + OVERDUE);
        }
        if (filter.open() != null) {
            conditions.add(filter.open() ? OPEN : "not " + OPEN);
        }
    }

    private void restrictToExploited(boolean wanted, Set<Long> weaknesses) {
        if (weaknesses.isEmpty()) {
            conditions.add(wanted ? "1 = 0" : "1 = 1");
        } else {
            String listed =
                    "(coalesce(i.weakness_id, 0) in (:exploited) or i.id in (select m.item_id from item_weakness m"
                            + " where m.weakness_id in (:exploited)))";
            restrict(wanted ? listed : "not " + listed, "exploited", weaknesses);
        }
    }

    private void restrict(String condition, String parameter, Object wanted) {
        conditions.add(condition);
        parameters.put(parameter, wanted);
    }

    /** Percent and underscore are letters here; the backslash is the default escape of both databases. */
    static String escaped(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
