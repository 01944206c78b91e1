package io.closeout.exchange;

import io.closeout.exchange.reader.Layout;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.Told;
import io.closeout.register.PoamId;
import io.closeout.shared.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which item stands for which row of a workbook. */
@Repository
class TakenRows {

    private static final int LONGEST_HEADING = 500;
    private static final int LONGEST_PLACE = 300;

    private final JdbcClient jdbc;

    TakenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By key of the row. */
    Map<String, PoamId> items(String scope, Layout layout) {
        Map<String, PoamId> items = new HashMap<>();
        jdbc.sql("select item_key, item_id from workbook_item where scope_id = ? and layout = ?")
                .params(scope, layout.name())
                .query(row -> {
                    items.put(row.getString("item_key"), new PoamId(row.getString("item_id")));
                });
        return items;
    }

    void insert(PoamId item, HandedIn from, ReadItem read) {
        Severity original = read.rating().original();
        String place = read.place().toString();
        jdbc.sql(
                        "insert into workbook_item (item_id, workbook_id, scope_id, layout, item_key, place, original_severity)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.text(),
                        from.id(),
                        from.scopeId(),
                        from.layout().name(),
                        read.key(),
                        place.substring(0, Math.min(place.length(), LONGEST_PLACE)),
                        original == null ? null : original.name())
                .update();
        for (int i = 0; i < read.told().size(); i++) {
            Told told = read.told().get(i);
            jdbc.sql("insert into workbook_item_cell (item_id, position_no, heading, content) values (?, ?, ?, ?)")
                    .params(
                            item.text(),
                            i,
                            told.heading().substring(0, Math.min(told.heading().length(), LONGEST_HEADING)),
                            told.text())
                    .update();
        }
    }

    Optional<TakenRow> of(PoamId item) {
        return jdbc.sql("select i.workbook_id, i.layout, w.file_name, i.place, i.original_severity from workbook_item i"
                        + " join poam_workbook w on w.id = i.workbook_id where i.item_id = ?")
                .param(item.text())
                .query((row, number) -> new TakenRow(
                        row.getLong("workbook_id"),
                        Layout.valueOf(row.getString("layout")),
                        row.getString("file_name"),
                        row.getString("place"),
                        Optional.ofNullable(row.getString("original_severity"))
                                .map(Severity::valueOf)
                                .orElse(null),
                        told(item)))
                .optional();
    }

    private List<Told> told(PoamId item) {
        return jdbc.sql("select heading, content from workbook_item_cell where item_id = ? order by position_no")
                .param(item.text())
                .query((row, number) -> new Told(row.getString("heading"), row.getString("content")))
                .list();
    }
}
