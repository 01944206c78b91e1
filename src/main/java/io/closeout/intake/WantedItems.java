package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.intake.WantedItem.Slot;
import io.closeout.register.ItemStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which items the new findings need that could join none, and what came before them. */
@Component
class WantedItems {

    /** New findings (s) without an item, their checks (c), when they were seen (h), and the items (own) that they ended with. */
    private static final String WANTING = """
             from staged_finding s
             join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
             join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
             left join finding f on f.id = s.finding_id left join poam_item own on own.id = f.item_id
             where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null and s.committed = false
            """;

    private static final String CAME_BACK =
            "max(case when own.status in ('CLOSED', 'FALSE_POSITIVE') then 1 else 0 end) as came_back";

    /** Whoever found it may say since when. */
    private static final String DETECTED =
            "min(case when s.verdict = 'NEW' then coalesce(h.found_at, h.seen_at) else h.seen_at end) as seen_at";

    /** The gravest check, of several the first in the file. */
    private static final String LEADING =
            "mod(min(case c.severity when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2"
                    + " else 3 end * 100000000 + s.check_no), 100000000)";

    private static final String BY_WEAKNESS = "select s.check_no, cast(null as varchar(300)) as group_key, " + DETECTED
            + ", " + CAME_BACK + WANTING + " and s.group_key is null group by s.check_no order by s.check_no";

    private static final String BY_GROUP = "select " + LEADING + " as check_no, s.group_key, " + DETECTED + ", "
            + CAME_BACK + WANTING + " and s.group_key is not null group by s.group_key order by 1, s.group_key";

    /** A joined item is no predecessor: the one that it was joined to is. */
    private static final String ITEMS = " i.scope_id = :scope and i.joined_to is null";

    private static final String ITEMS_OF_WEAKNESSES = """
            select e.* from (
              select c.check_no, cast(null as varchar(300)) as group_key, i.id, i.status, i.created_at from staged_check c
              join poam_item i on i.weakness_id = c.weakness_id and i.group_key is null and %1$s where c.scan_id = :scan
              union all
              select c.check_no, null, i.id, i.status, i.created_at from staged_check c
              join item_weakness m on m.weakness_id = c.weakness_id
              join poam_item i on i.id = m.item_id and i.group_key is null and %1$s where c.scan_id = :scan
            ) e order by e.created_at, e.id
            """.formatted(ITEMS);

    private static final String ITEMS_OF_GROUPS = """
            select 0 as check_no, i.group_key, i.id, i.status from poam_item i where %s and i.group_key in
              (select s.group_key from staged_finding s where s.scan_id = :scan and s.group_key is not null)
            order by i.created_at, i.id
            """.formatted(ITEMS);

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    WantedItems(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    private record Wanting(int checkNo, @Nullable String groupKey, LocalDate detectedOn, boolean cameBack) {

        Slot slot() {
            return Slot.of(checkNo, groupKey, ANY_YEAR);
        }
    }

    private record Earlier(Slot slot, String item, ItemStatus status) {}

    private static final int ANY_YEAR = 0;

    /** In the order of the file, groups last. */
    List<WantedItem> of(Scan scan) {
        return Stream.concat(
                        wanted(scan, BY_WEAKNESS, ITEMS_OF_WEAKNESSES).stream(),
                        wanted(scan, BY_GROUP, ITEMS_OF_GROUPS).stream())
                .toList();
    }

    private List<WantedItem> wanted(Scan scan, String what, String itemsOfThem) {
        List<Wanting> wanting = jdbc.sql(what)
                .param("scan", scan.id())
                .query((row, number) -> new Wanting(
                        row.getInt("check_no"),
                        row.getString("group_key"),
                        calendar.dateOf(row.getTimestamp("seen_at").toInstant()),
                        row.getInt("came_back") == 1))
                .list();
        if (wanting.isEmpty()) {
            return List.of();
        }
        Map<Slot, List<Earlier>> earlier = earlier(scan, itemsOfThem);
        return wanting.stream()
                .map(each -> wanted(each, earlier.getOrDefault(each.slot(), List.of())))
                .toList();
    }

    private Map<Slot, List<Earlier>> earlier(Scan scan, String items) {
        return jdbc
                .sql(items)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .query((row, number) -> new Earlier(
                        Slot.of(row.getInt("check_no"), row.getString("group_key"), ANY_YEAR),
                        row.getString("id"),
                        ItemStatus.valueOf(row.getString("status"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Earlier::slot));
    }

    /** @param earlier oldest first */
    private static WantedItem wanted(Wanting wanting, List<Earlier> earlier) {
        String ended = newest(earlier, WantedItems::hasEnded);
        String standing = newest(earlier, status -> !hasEnded(status));
        boolean reopens = wanting.cameBack() || standing == null;
        return new WantedItem(
                wanting.checkNo(), wanting.groupKey(), wanting.detectedOn(), reopens ? ended : null, standing);
    }

    private static boolean hasEnded(ItemStatus status) {
        return status == ItemStatus.CLOSED || status == ItemStatus.FALSE_POSITIVE;
    }

    private static @Nullable String newest(List<Earlier> earlier, Predicate<ItemStatus> wanted) {
        return earlier.stream()
                .filter(each -> wanted.test(each.status()))
                .reduce((older, newer) -> newer)
                .map(Earlier::item)
                .orElse(null);
    }
}
