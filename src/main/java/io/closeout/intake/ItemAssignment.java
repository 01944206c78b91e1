package io.closeout.intake;

import io.closeout.intake.WantedItem.Slot;
import io.closeout.register.ItemNumbers;
import io.closeout.register.PoamId;
import java.sql.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which item takes a new finding (design: status). It goes back to its own item while that is open; it joins the weakness's item
 * while that takes further assets, or that of its group where the table {@code itemGrouping} groups otherwise; else it opens one:
 * naming the ended item whose weakness came back, or the sibling that can take no asset any more. Numbers are reserved for a commit only, and kept when it is repeated, so that it opens the same
 * items.
 */
@Component
class ItemAssignment {

    private static final String PLACEHOLDER = "new-";
    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ItemNumbers numbers;
    private final GroupKeys groups;
    private final WantedItems wantedItems;

    ItemAssignment(
            JdbcClient jdbc, JdbcTemplate batches, ItemNumbers numbers, GroupKeys groups, WantedItems wantedItems) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.numbers = numbers;
        this.groups = groups;
        this.wantedItems = wantedItems;
    }

    /** As the commit will, with numbers. */
    void assign(Scan scan) {
        assign(scan, this::numbered);
    }

    /** As the commit would, without taking numbers, for whoever decides about a held import: new items have placeholders. */
    void foresee(Scan scan) {
        assign(scan, ItemAssignment::placeholders);
    }

    private void assign(Scan scan, Numbering numbering) {
        if (isAnyWanting(scan.id())) {
            joinKnownItems(scan);
        }
        openNewItems(scan, numbering);
    }

    private boolean isAnyWanting(long scanId) {
        return !jdbc.sql("select finding_no from staged_finding where" + GroupKeys.WANTING + scanId
                        + " fetch first row only")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private static Map<Slot, String> placeholders(long scanId, List<WantedItem> wanted) {
        Map<Slot, String> ids = new HashMap<>();
        wanted.forEach(each -> ids.put(each.slot(), PLACEHOLDER + ids.size()));
        return ids;
    }

    private void joinKnownItems(Scan scan) {
        returnToOwnItem(scan.id());
        groups.settle(scan);
        join(scan, "i.weakness_id = c.weakness_id and s.group_key is null and i.group_key is null");
        join(
                scan,
                "s.group_key is null and i.group_key is null and i.id in"
                        + " (select m.item_id from item_weakness m where m.weakness_id = c.weakness_id)");
        join(scan, "i.group_key = s.group_key");
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

    /** @param same that an item (i) is one for a finding (s) of a check (c) */
    private void join(Scan scan, String same) {
        jdbc.sql("""
                        merge into staged_finding t using (
                          select s.finding_no, max(i.id) as target from staged_finding s
                          join staged_check c on c.scan_id = s.scan_id and c.check_no = s.check_no
                          join poam_item i on %s and i.scope_id = :scope
                            and i.status in ('NEW', 'PLANNED', 'IN_PROGRESS')
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null
                            and s.committed = false
                          group by s.finding_no
                        ) m on (t.scan_id = :scan and t.finding_no = m.finding_no)
                        when matched then update set item_id = m.target
                        """.formatted(same))
                .param("scan", scan.id())
                .param("scope", scan.scopeId())
                .update();
    }

    /** Finds ids for the items that are wanted. */
    private interface Numbering {
        Map<Slot, String> of(long scanId, List<WantedItem> wanted);
    }

    private void openNewItems(Scan scan, Numbering numbering) {
        List<WantedItem> wanted = wantedItems.of(scan);
        Map<Slot, String> ids = numbering.of(scan.id(), wanted);
        jdbc.sql("delete from staged_item where scan_id = ? and opened = false")
                .param(scan.id())
                .update();
        stage(scan.id(), wanted, ids);
        giveChecksTheirItems(
                scan.id(),
                wanted.stream().filter(each -> each.groupKey() == null).toList(),
                ids);
        if (wanted.stream().anyMatch(each -> each.groupKey() != null)) {
            giveGroupsTheirItems(scan.id());
        }
    }

    private Map<Slot, String> numbered(long scanId, List<WantedItem> wanted) {
        Map<Slot, String> ids = reserved(scanId);
        Map<Integer, List<WantedItem>> unnumbered = wanted.stream()
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
        jdbc.sql(
                        "select check_no, group_key, detected_on, item_id from staged_item where scan_id = ? and opened = false"
                                + " and item_id not like ?")
                .params(scanId, PLACEHOLDER + "%")
                .query(row -> {
                    Slot slot = Slot.of(
                            row.getInt("check_no"),
                            row.getString("group_key"),
                            row.getDate("detected_on").toLocalDate().getYear());
                    reserved.put(slot, row.getString("item_id"));
                });
        return reserved;
    }

    private void stage(long scanId, List<WantedItem> wanted, Map<Slot, String> ids) {
        batches.batchUpdate(
                "insert into staged_item (scan_id, item_id, check_no, group_key, detected_on, reopens, sibling_of)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                wanted,
                ROWS,
                (statement, each) -> {
                    statement.setLong(1, scanId);
                    statement.setString(2, Objects.requireNonNull(ids.get(each.slot())));
                    statement.setInt(3, each.checkNo());
                    statement.setString(4, each.groupKey());
                    statement.setDate(5, Date.valueOf(each.detectedOn()));
                    statement.setString(6, each.reopens());
                    statement.setString(7, each.siblingOf());
                });
    }

    private void giveChecksTheirItems(long scanId, List<WantedItem> wanted, Map<Slot, String> ids) {
        batches.batchUpdate(
                "update staged_finding set item_id = ? where check_no = ? and group_key is null and" + GroupKeys.WANTING
                        + scanId,
                wanted,
                ROWS,
                (statement, each) -> {
                    statement.setString(1, Objects.requireNonNull(ids.get(each.slot())));
                    statement.setInt(2, each.checkNo());
                });
    }

    private void giveGroupsTheirItems(long scanId) {
        jdbc.sql("""
                        merge into staged_finding t using (
                          select s.finding_no, n.item_id as target from staged_finding s
                          join staged_item n on n.scan_id = s.scan_id and n.group_key = s.group_key and n.opened = false
                          where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null
                            and s.committed = false
                        ) m on (t.scan_id = :scan and t.finding_no = m.finding_no)
                        when matched then update set item_id = m.target
                        """).param("scan", scanId).update();
    }
}
