package io.closeout.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which CVEs items and weaknesses name, in bulk; those that name none are missing. */
@Service
@Transactional(readOnly = true)
public class NamedCves {

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
                        + " and " + ItemQuery.OPEN)
                .query(row -> {
                    put(named, new PoamId(row.getString("id")), row);
                });
        return named;
    }

    private static <K> void put(Map<K, Set<String>> named, K id, ResultSet row) throws SQLException {
        Set<String> cves = Set.copyOf(CveIds.in(row.getString("cves")));
        if (!cves.isEmpty()) {
            named.put(id, cves);
        }
    }
}
