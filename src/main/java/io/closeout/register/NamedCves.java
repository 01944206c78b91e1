package io.closeout.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which CVEs items and weaknesses name, in bulk; those that name none are missing. */
@Service
@Transactional(readOnly = true)
public class NamedCves {

    /** A table of the ids of all weaknesses of an item, {@code :item}; the one that it was opened for may be null. */
    static final String WEAKNESSES_OF_ITEM = "(select weakness_id from poam_item where id = :item"
            + " union all select weakness_id from item_weakness where item_id = :item)";

    private final JdbcClient jdbc;

    NamedCves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, Set<String>> ofWeaknesses() {
        Map<Long, Set<String>> named = new HashMap<>();
        jdbc.sql("select id, cves from weakness where cves is not null").query(row -> {
            put(named, row.getLong("id"), row);
        });
        return named;
    }

    public Map<PoamId, Set<String>> ofOpenItems() {
        Map<PoamId, Set<String>> named = new HashMap<>();
        jdbc.sql("select i.id, w.cves from poam_item i join weakness w on w.id = i.weakness_id where w.cves is not null"
                        + " and " + ItemQuery.OPEN
                        + " union all select i.id, w.cves from item_weakness m join poam_item i on i.id = m.item_id"
                        + " join weakness w on w.id = m.weakness_id where w.cves is not null and " + ItemQuery.OPEN)
                .query(row -> {
                    put(named, new PoamId(row.getString("id")), row);
                });
        return named;
    }

    private static <K> void put(Map<K, Set<String>> named, K id, ResultSet row) throws SQLException {
        List<String> cves = CveIds.in(row.getString("cves"));
        if (!cves.isEmpty()) {
            named.computeIfAbsent(id, first -> new HashSet<>()).addAll(cves);
        }
    }
}
