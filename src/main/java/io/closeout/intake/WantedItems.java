package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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

    /** A joined item is no predecessor: the one that it was joined to is. */
    private static final String BY_WEAKNESS = "with n as (select s.check_no, cast(null as varchar(300)) as group_key,"
            + " c.weakness_id, " + DETECTED + ", " + CAME_BACK
            + WANTING + " and s.group_key is null group by s.check_no, c.weakness_id)" + """
             select e.* from (
               select n.check_no, n.group_key, n.seen_at, n.came_back, i.id as item, i.status, i.created_at from n
               left join poam_item i on i.weakness_id = n.weakness_id and i.scope_id = :scope and i.group_key is null
                 and i.joined_to is null
               union all
               select n.check_no, n.group_key, n.seen_at, n.came_back, i.id, i.status, i.created_at from n
               join item_weakness m on m.weakness_id = n.weakness_id
               join poam_item i on i.id = m.item_id and i.scope_id = :scope and i.group_key is null and i.joined_to is null
             ) e order by e.check_no, e.created_at, e.item
            """;

    private static final String BY_GROUP = "with n as (select s.group_key, " + LEADING
            + " as check_no, " + DETECTED + ", " + CAME_BACK + WANTING
            + " and s.group_key is not null group by s.group_key)" + """
             select n.check_no, n.group_key, n.seen_at, n.came_back, i.id as item, i.status from n
             left join poam_item i on i.group_key = n.group_key and i.scope_id = :scope and i.joined_to is null
             order by n.check_no, n.group_key, i.created_at, i.id
            """;

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    WantedItems(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** One earlier item for what needs one; without id if it has none. */
    private record Earlier(
            int checkNo,
            @Nullable String groupKey,
            LocalDate detectedOn,
            boolean cameBack,
            @Nullable String item,
            @Nullable ItemStatus status) {

        WantedItem.Slot slot() {
            return WantedItem.Slot.of(checkNo, groupKey, 0);
        }
    }

    /** In the order of the file, groups last. */
    List<WantedItem> of(Scan scan) {
        return Stream.of(BY_WEAKNESS, BY_GROUP)
                .flatMap(earlier -> wanted(scan, earlier).stream())
                .toList();
    }

    private List<WantedItem> wanted(Scan scan, String earlier) {
        return jdbc
                .sql(earlier)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .query((row, number) -> earlier(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Earlier::slot, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(WantedItems::wanted)
                .toList();
    }

    private Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                row.getInt("check_no"),
                row.getString("group_key"),
                calendar.dateOf(row.getTimestamp("seen_at").toInstant()),
                row.getInt("came_back") == 1,
                row.getString("item"),
                Optional.ofNullable(row.getString("status"))
                        .map(ItemStatus::valueOf)
                        .orElse(null));
    }

    /** @param earlier of one check or group, oldest first */
    private static WantedItem wanted(List<Earlier> earlier) {
        Earlier any = earlier.get(0);
        String ended = newest(earlier, WantedItems::hasEnded);
        String standing = newest(earlier, status -> !hasEnded(status));
        boolean reopens = any.cameBack() || standing == null;
        return new WantedItem(any.checkNo(), any.groupKey(), any.detectedOn(), reopens ? ended : null, standing);
    }

    private static boolean hasEnded(ItemStatus status) {
        return status == ItemStatus.CLOSED || status == ItemStatus.FALSE_POSITIVE;
    }

    private static @Nullable String newest(List<Earlier> earlier, Predicate<ItemStatus> wanted) {
        return earlier.stream()
                .filter(each -> each.status() != null && wanted.test(each.status()))
                .reduce((older, newer) -> newer)
                .map(Earlier::item)
                .orElse(null);
    }
}
