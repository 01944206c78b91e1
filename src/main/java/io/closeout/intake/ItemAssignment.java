package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemNumbers;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which item takes a new finding (design: status). It goes back to its own item while that is open; it joins the weakness's item
 * while that takes further assets; else it opens one: naming the closed item whose weakness came back, or the sibling
 * that can take no asset any more. Numbers are reserved here, so that a repeated commit opens the same items.
 */
@Component
class ItemAssignment {

    private final JdbcClient jdbc;
    private final ItemNumbers numbers;
    private final PolicyCalendar calendar;

    ItemAssignment(JdbcClient jdbc, ItemNumbers numbers, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.calendar = calendar;
    }

    void assign(Scan scan) {
        jdbc.sql("delete from staged_item where scan_id = ? and opened = false")
                .param(scan.id())
                .update();
        returnToOwnItem(scan.id());
        joinOpenItem(scan);
        openNewItems(scan);
    }

    private void returnToOwnItem(long scanId) {
        jdbc.sql("""
                        merge into staged_finding t using (
                          select s.finding_no, f.item_id as target from staged_finding s
                          join finding f on f.id = s.finding_id join poam_item i on i.id = f.item_id
                          where s.scan_id = :scan and s.verdict = 'REAPPEARED' and s.committed = false
                            and i.status in ('NEW', 'PLANNED', 'IN_PROGRESS', 'AWAITING_VERIFICATION')
                        ) m on (t.scan_id = :scan and t.finding_no = m.finding_no)
                        when matched then update set item_id = m.target
                        """).param("scan", scanId).update();
    }

    private void joinOpenItem(Scan scan) {
        jdbc.sql("""
                        merge into staged_finding t using (
                          select s.finding_no, max(i.id) as target from staged_finding s
                          join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                          join poam_item i on i.weakness_id = c.weakness_id and i.scope_id = :scope
                            and i.status in ('NEW', 'PLANNED', 'IN_PROGRESS')
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null
                            and s.committed = false
                          group by s.finding_no
                        ) m on (t.scan_id = :scan and t.finding_no = m.finding_no)
                        when matched then update set item_id = m.target
                        """).param("scan", scan.id()).param("scope", scan.scopeId()).update();
    }

    private record Wanted(
            int checkNo,
            LocalDate detectedOn,
            @Nullable String latestItem,
            @Nullable ItemStatus latestStatus) {

        boolean reopens() {
            return latestStatus == ItemStatus.CLOSED;
        }
    }

    private void openNewItems(Scan scan) {
        Map<Integer, List<Wanted>> byYear = wanted(scan).stream()
                .collect(Collectors.groupingBy(each -> each.detectedOn().getYear(), TreeMap::new, Collectors.toList()));
        byYear.forEach((year, items) -> {
            Iterator<PoamId> ids = numbers.reserve(year, items.size()).iterator();
            items.forEach(each -> stage(scan.id(), ids.next(), each));
        });
    }

    /** The checks that need an item, in the order of the file, with the newest item of their weakness if it ever had one. */
    private List<Wanted> wanted(Scan scan) {
        return jdbc.sql("""
                        select n.check_no, n.seen_at, i.id as latest_item, i.status as latest_status from (
                          select s.check_no, c.weakness_id, min(h.seen_at) as seen_at from staged_finding s
                          join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                          join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null
                            and s.committed = false
                          group by s.check_no, c.weakness_id) n
                        left join poam_item i on i.weakness_id = n.weakness_id and i.scope_id = :scope and not exists (
                          select 1 from poam_item later where later.weakness_id = i.weakness_id and later.scope_id = i.scope_id
                          and (later.created_at > i.created_at or (later.created_at = i.created_at and later.id > i.id)))
                        order by n.check_no
                        """)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .query((row, number) -> new Wanted(
                        row.getInt("check_no"),
                        calendar.dateOf(row.getTimestamp("seen_at").toInstant()),
                        row.getString("latest_item"),
                        Optional.ofNullable(row.getString("latest_status"))
                                .map(ItemStatus::valueOf)
                                .orElse(null)))
                .list();
    }

    private void stage(long scanId, PoamId id, Wanted wanted) {
        jdbc.sql(
                        "insert into staged_item (scan_id, item_id, check_no, detected_on, reopens, sibling_of) values (?, ?, ?, ?, ?, ?)")
                .params(
                        scanId,
                        id.text(),
                        wanted.checkNo(),
                        Date.valueOf(wanted.detectedOn()),
                        wanted.reopens() ? wanted.latestItem() : null,
                        wanted.reopens() ? null : wanted.latestItem())
                .update();
        jdbc.sql("update staged_finding set item_id = ? where scan_id = ? and check_no = ? and item_id is null"
                        + " and committed = false and verdict in ('NEW', 'REAPPEARED')")
                .params(id.text(), scanId, wanted.checkNo())
                .update();
    }
}
