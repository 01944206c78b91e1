package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemNumbers;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which item takes a new finding (design: status). It goes back to its own item while that is open; it joins the weakness's item
 * while that takes further assets; else it opens one: naming the ended item whose weakness came back, or the sibling
 * that can take no asset any more. Numbers are reserved for a commit only, and kept when it is repeated, so that it opens the same
 * items.
 */
@Component
class ItemAssignment {

    private static final String PLACEHOLDER = "new-";

    private final JdbcClient jdbc;
    private final ItemNumbers numbers;
    private final PolicyCalendar calendar;

    ItemAssignment(JdbcClient jdbc, ItemNumbers numbers, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.calendar = calendar;
    }

    /** As the commit will, with numbers. */
    void assign(Scan scan) {
        joinKnownItems(scan);
        openNewItems(scan, this::numbered);
    }

    /** As the commit would, without taking numbers: new items have placeholders. */
    void foresee(Scan scan) {
        joinKnownItems(scan);
        openNewItems(scan, (scanId, wanted) -> wanted.stream()
                .collect(Collectors.toMap(Wanted::slot, each -> PLACEHOLDER + each.checkNo(), (one, same) -> one)));
    }

    private void joinKnownItems(Scan scan) {
        returnToOwnItem(scan.id());
        joinOpenItem(scan);
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

    /** A number is bound to a check and to the year of its detection. */
    private record Slot(int checkNo, int year) {}

    /** A check that needs an item: the ended one that it continues, the one that stands beside it. */
    private record Wanted(
            int checkNo,
            LocalDate detectedOn,
            @Nullable String reopens,
            @Nullable String siblingOf) {

        Slot slot() {
            return new Slot(checkNo, detectedOn.getYear());
        }
    }

    /** Finds ids for the items that are wanted. */
    private interface Numbering {
        Map<Slot, String> of(long scanId, List<Wanted> wanted);
    }

    private void openNewItems(Scan scan, Numbering numbering) {
        List<Wanted> wanted = wanted(scan);
        Map<Slot, String> ids = numbering.of(scan.id(), wanted);
        jdbc.sql("delete from staged_item where scan_id = ? and opened = false")
                .param(scan.id())
                .update();
        wanted.forEach(each -> stage(scan.id(), Objects.requireNonNull(ids.get(each.slot())), each));
    }

    private Map<Slot, String> numbered(long scanId, List<Wanted> wanted) {
        Map<Slot, String> ids = reserved(scanId);
        Map<Integer, List<Wanted>> unnumbered = wanted.stream()
                .filter(each -> !ids.containsKey(each.slot()))
                .collect(Collectors.groupingBy(each -> each.detectedOn().getYear(), TreeMap::new, Collectors.toList()));
        unnumbered.forEach((year, items) -> {
            Iterator<PoamId> fresh = numbers.reserve(year, items.size()).iterator();
            items.forEach(each -> ids.put(each.slot(), fresh.next().text()));
        });
        return ids;
    }

    /** What an earlier try at the commit reserved and has not used yet. */
    private Map<Slot, String> reserved(long scanId) {
        Map<Slot, String> reserved = new HashMap<>();
        jdbc.sql("select check_no, detected_on, item_id from staged_item where scan_id = ? and opened = false"
                        + " and item_id not like ?")
                .params(scanId, PLACEHOLDER + "%")
                .query(row -> {
                    Slot slot = new Slot(
                            row.getInt("check_no"),
                            row.getDate("detected_on").toLocalDate().getYear());
                    reserved.put(slot, row.getString("item_id"));
                });
        return reserved;
    }

    /** One earlier item of the weakness of a check that needs an item; without id if it has none. */
    private record Earlier(
            int checkNo,
            LocalDate detectedOn,
            boolean cameBack,
            @Nullable String item,
            @Nullable ItemStatus status) {}

    /** In the order of the file. */
    private List<Wanted> wanted(Scan scan) {
        return earlierItems(scan).stream()
                .collect(Collectors.groupingBy(Earlier::checkNo, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ItemAssignment::wanted)
                .toList();
    }

    /** @param earlier of one check, oldest first */
    private static Wanted wanted(List<Earlier> earlier) {
        Earlier any = earlier.get(0);
        String ended = newest(earlier, ItemAssignment::hasEnded);
        String standing = newest(earlier, status -> !hasEnded(status));
        boolean reopens = any.cameBack() || standing == null;
        return new Wanted(any.checkNo(), any.detectedOn(), reopens ? ended : null, standing);
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

    private List<Earlier> earlierItems(Scan scan) {
        return jdbc.sql("""
                        select n.check_no, n.seen_at, n.came_back, i.id as item, i.status from (
                          select s.check_no, c.weakness_id, min(h.seen_at) as seen_at,
                            max(case when own.status in ('CLOSED', 'FALSE_POSITIVE') then 1 else 0 end) as came_back
                          from staged_finding s
                          join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                          join scan_host h on h.scan_id = s.scan_id and h.host_no = s.host_no
                          left join finding f on f.id = s.finding_id left join poam_item own on own.id = f.item_id
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null
                            and s.committed = false
                          group by s.check_no, c.weakness_id) n
                        left join poam_item i on i.weakness_id = n.weakness_id and i.scope_id = :scope
                        order by n.check_no, i.created_at, i.id
                        """)
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .query((row, number) -> new Earlier(
                        row.getInt("check_no"),
                        calendar.dateOf(row.getTimestamp("seen_at").toInstant()),
                        row.getInt("came_back") == 1,
                        row.getString("item"),
                        Optional.ofNullable(row.getString("status"))
                                .map(ItemStatus::valueOf)
                                .orElse(null)))
                .list();
    }

    private void stage(long scanId, String id, Wanted wanted) {
        jdbc.sql(
                        "insert into staged_item (scan_id, item_id, check_no, detected_on, reopens, sibling_of) values (?, ?, ?, ?, ?, ?)")
                .params(
                        scanId,
                        id,
                        wanted.checkNo(),
                        Date.valueOf(wanted.detectedOn()),
                        wanted.reopens(),
                        wanted.siblingOf())
                .update();
        jdbc.sql("update staged_finding set item_id = ? where scan_id = ? and check_no = ? and item_id is null"
                        + " and committed = false and verdict in ('NEW', 'REAPPEARED')")
                .params(id, scanId, wanted.checkNo())
                .update();
    }
}
