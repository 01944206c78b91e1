package io.closeout.intake;

import io.closeout.policy.Criticality;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.CveIds;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the items that the comparison staged, under the numbers that it reserved. Runs in the transaction of a batch. */
@Component
class ItemOpening {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Register register;

    ItemOpening(JdbcClient jdbc, JdbcTemplate batches, Register register) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.register = register;
    }

    /** Opens those that are not open yet, and counts them. */
    void open(Scan scan, List<String> items) {
        Map<PoamId, NewItem> toOpen = itemsToOpen(scan, items);
        register.openAll(toOpen, ScanCommit.IMPORT);
        batches.batchUpdate(
                "update staged_item set opened = true where scan_id = " + scan.id() + " and item_id = ?",
                toOpen.keySet(),
                toOpen.size() + 1,
                (statement, id) -> statement.setString(1, id.text()));
        long reopened =
                toOpen.values().stream().filter(each -> each.reopens() != null).count();
        jdbc.sql("update scan set items_opened = items_opened + :opened, items_reopened = items_reopened + :reopened"
                        + " where id = :scan")
                .param("opened", toOpen.size())
                .param("reopened", reopened)
                .param("scan", scan.id())
                .update();
    }

    private Map<PoamId, NewItem> itemsToOpen(Scan scan, List<String> items) {
        Map<PoamId, NewItem> toOpen = new LinkedHashMap<>();
        jdbc.sql("""
                        select n.item_id, n.detected_on, n.reopens, n.sibling_of, n.group_key, c.weakness_id, c.title, c.description, c.check_id,
                          c.severity, c.cvss, c.cves, i.criticality, i.exposed, i.group_from, i.group_to
                        from staged_item n
                        join staged_check c on c.scan_id = n.scan_id and c.check_no = n.check_no
                        join (select s.item_id,
                            max(case a.criticality when 'HIGH' then 2 when 'MEDIUM' then 1 else 0 end) as criticality,
                            max(case when a.publicly_exposed then 1 else 0 end) as exposed,
                            min(coalesce(a.owner_group, '')) as group_from, max(coalesce(a.owner_group, '')) as group_to
                          from staged_finding s join asset a on a.id = s.asset_id
                          where s.scan_id = :scan and s.item_id in (:items) group by s.item_id) i on i.item_id = n.item_id
                        where n.scan_id = :scan and n.item_id in (:items) and n.opened = false
                        order by n.item_id
                        """).param("scan", scan.id()).param("items", items).query(row -> {
            toOpen.put(new PoamId(row.getString("item_id")), newItem(scan, row));
        });
        return toOpen;
    }

    private static NewItem newItem(Scan scan, ResultSet row) throws SQLException {
        String group = row.getString("group_from");
        boolean agreed = !group.isEmpty() && group.equals(row.getString("group_to"));
        AssetImpact impact = new AssetImpact(
                Criticality.values()[row.getInt("criticality")], row.getInt("exposed") == 1, agreed ? group : null);
        String groupKey = row.getString("group_key");
        String title = row.getString("title");
        return new NewItem(
                scan.scopeId(),
                row.getLong("weakness_id"),
                Track.OPERATIONAL,
                groupKey == null ? title : GroupKey.title(groupKey, title),
                row.getString("description"),
                ScannerNames.shown(scan.scanner()),
                row.getString("check_id"),
                Severity.valueOf(row.getString("severity")),
                row.getBigDecimal("cvss"),
                Set.copyOf(CveIds.in(row.getString("cves"))),
                row.getDate("detected_on").toLocalDate(),
                impact,
                row.getString("reopens"),
                row.getString("sibling_of"),
                groupKey);
    }
}
