package io.closeout.register;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of the register as they were before an import changed them, each table's in one of the same columns ({@code undo_…}), and the
 * keys of those that it added. All is set-based and runs in the caller's transaction.
 */
@Component
public class KeptRows {

    /** A table of the register that imports write. */
    public enum Table {
        ASSET("id"),
        ASSET_IDENTIFIER("scope_id", "kind", "identifier"),
        WEAKNESS("id"),
        SUPPRESSION("id"),
        POAM_ITEM("id"),
        ITEM_ASSET("item_id", "asset_id"),
        MILESTONE("id"),
        MILESTONE_CHANGE("id"),
        FINDING("id");

        private final List<String> keys;

        Table(String... keys) {
            this.keys = List.of(keys);
        }

        String rows() {
            return name().toLowerCase(Locale.ROOT);
        }

        String kept() {
            return "undo_" + rows();
        }

        /** That a kept row (u) is that of a row (t). */
        private String same() {
            return keys.stream().map(key -> "u." + key + " = t." + key).collect(Collectors.joining(" and "));
        }
    }

    /** Never set back: whoever still has a form of before is told that it is old. */
    private static final String VERSION = "version";

    private static final List<String> OWN = List.of("scan_id", "added");

    private final JdbcClient jdbc;
    private final JdbcTemplate plain;
    private final Map<Table, List<String>> columns = new ConcurrentHashMap<>();

    KeptRows(JdbcClient jdbc, JdbcTemplate plain) {
        this.jdbc = jdbc;
        this.plain = plain;
    }

    /**
     * Keeps rows as they are now; those that are kept already stay as they were.
     *
     * @param where chooses rows of the table, which is {@code t}, by {@code :scan} and the parameters
     */
    public void keep(long scan, Table table, String where, Map<String, ?> parameters) {
        insert(scan, table, false, where, parameters);
    }

    /** Notes rows as added by the import, unless they were kept before it. */
    public void noteAdded(long scan, Table table, String where, Map<String, ?> parameters) {
        insert(scan, table, true, where, parameters);
    }

    private void insert(long scan, Table table, boolean added, String where, Map<String, ?> parameters) {
        jdbc.sql("insert into %s (scan_id, added, %s) select :scan, %s, %s from %s t where (%s) and not exists (%s)"
                        .formatted(
                                table.kept(),
                                list(table, "%s"::formatted),
                                added,
                                list(table, "t.%s"::formatted),
                                table.rows(),
                                where,
                                ofScan(table)))
                .param("scan", scan)
                .params(parameters)
                .update();
    }

    /** Forgets kept rows, for they turned out to be as before. */
    public void forgetUnchanged(long scan, Table table, String column) {
        jdbc.sql(
                        "delete from %s u where u.scan_id = :scan and u.added = false and exists (select 1 from %s t where %s and t.%s is not distinct from u.%s)"
                                .formatted(table.kept(), table.rows(), table.same(), column, column))
                .param("scan", scan)
                .update();
    }

    /** Rows become again what they were. */
    void restore(long scan, Table table) {
        UnaryOperator<String> kept = "u.%s"::formatted;
        List<String> changing = columns(table).stream()
                .filter(each -> !table.keys.contains(each) && !each.equals(VERSION))
                .toList();
        jdbc.sql(
                        "update %s t set (%s) = (select %s from %s u where u.scan_id = :scan and u.added = false and %s)%s where exists (%s and u.added = false)"
                                .formatted(
                                        table.rows(),
                                        String.join(", ", changing),
                                        changing.stream().map(kept).collect(Collectors.joining(", ")),
                                        table.kept(),
                                        table.same(),
                                        columns(table).contains(VERSION) ? ", version = version + 1" : "",
                                        ofScan(table)))
                .param("scan", scan)
                .update();
    }

    /** Rows go that came with the import. */
    void removeAdded(long scan, Table table) {
        remove(scan, table, "exists (" + ofScan(table) + " and u.added = true)");
    }

    /** Rows go that were not kept. */
    void removeUnkept(long scan, Table table, String where) {
        remove(scan, table, "(" + where + ") and not exists (" + ofScan(table) + ")");
    }

    void remove(long scan, Table table, String where) {
        jdbc.sql("delete from " + table.rows() + " t where " + where)
                .param("scan", scan)
                .update();
    }

    /** Forgets all that was kept of a scan. */
    public void forget(long scan) {
        Arrays.stream(Table.values()).forEach(table -> jdbc.sql("delete from " + table.kept() + " where scan_id = ?")
                .param(scan)
                .update());
    }

    private static String ofScan(Table table) {
        return "select 1 from " + table.kept() + " u where u.scan_id = :scan and " + table.same();
    }

    private String list(Table table, UnaryOperator<String> written) {
        return columns(table).stream().map(written).collect(Collectors.joining(", "));
    }

    private List<String> columns(Table table) {
        return columns.computeIfAbsent(
                table,
                asked ->
                        plain.query("select * from " + asked.kept() + " where 1 = 0", (ResultSetExtractor<List<String>>)
                                KeptRows::columns));
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData all = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int each = 1; each <= all.getColumnCount(); each++) {
            columns.add(all.getColumnLabel(each).toLowerCase(Locale.ROOT));
        }
        columns.removeAll(OWN);
        return List.copyOf(columns);
    }
}
