package io.closeout.intake.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.intake.parser.generic.TableLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The descriptions in the database. */
@Component
class TableRows {

    private static final String SELECT =
            "select t.id, v.name, t.family, v.version, v.layout, v.changed_by, v.changed_at, t.taken_header is not null"
                    + " and t.version = v.version as newest from own_table t join own_table_version v on v.table_id = t.id";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TableRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<OwnTable> newest() {
        return jdbc.sql(SELECT
                        + " where t.version = v.version and t.taken_header is not null order by lower(v.name), t.id")
                .query((row, number) -> table(row))
                .list();
    }

    Optional<OwnTable> newest(long id) {
        return jdbc.sql(SELECT + " where t.version = v.version and t.taken_header is not null and t.id = ?")
                .param(id)
                .query((row, number) -> table(row))
                .optional();
    }

    List<OwnTable> versions(long id) {
        return jdbc.sql(SELECT + " where t.id = ? order by v.version desc")
                .param(id)
                .query((row, number) -> table(row))
                .list();
    }

    private OwnTable table(ResultSet row) throws SQLException {
        return new OwnTable(
                row.getLong("id"),
                row.getString("name"),
                row.getString("family"),
                row.getInt("version"),
                row.getBoolean("newest"),
                layout(row.getString("layout")),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private TableLayout layout(String written) {
        try {
            return json.readValue(written, TableLayout.class);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("The description of a table is not what was written", altered);
        }
    }

    long insert(String name, String family, TableLayout layout) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into own_table (name, family, version, taken_family, taken_header) values (?, ?, 1, ?, ?)")
                .params(name, family, family, layout.headerKey())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** {@code false} if somebody changed or deleted it meanwhile. */
    boolean change(OwnTable before, String name, TableLayout layout) {
        return jdbc.sql("update own_table set name = ?, version = version + 1, taken_header = ?"
                                + " where id = ? and version = ? and taken_header is not null")
                        .params(name, layout.headerKey(), before.id(), before.version())
                        .update()
                == 1;
    }

    void insertVersion(long id, int version, String name, TableLayout layout, String by, Instant now) {
        jdbc.sql("insert into own_table_version (table_id, version, name, layout, changed_at, changed_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, version, name, written(layout), Timestamp.from(now), by)
                .update();
    }

    boolean delete(OwnTable table) {
        return jdbc.sql("update own_table set taken_family = null, taken_header = null"
                                + " where id = ? and version = ? and taken_header is not null")
                        .params(table.id(), table.version())
                        .update()
                == 1;
    }

    String written(TableLayout layout) {
        try {
            return json.writeValueAsString(layout);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A description can always be written", impossible);
        }
    }
}
