package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Scopes;
import io.closeout.register.Situations;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import io.closeout.testing.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports on a database, step by step, and what to look at afterwards. */
final class ImportLab {

    private static final Set<String> APART = Set.of(
            "ledger_event",
            "scan",
            "item_number",
            "stored_file",
            "stored_chunk",
            "import_journal",
            "flyway_schema_history");

    final JdbcClient jdbc;
    final Scans scans;
    final ScanReading reading;
    final ScanComparison comparison;
    final ScanCommit commit;
    final Register register;
    final Situations situations;
    final SetClock clock;
    final ImportApplication.Announced announced;
    private final ConfigurableApplicationContext context;

    ImportLab(Database database, Class<?>... more) {
        context = new SpringApplicationBuilder(ImportApplication.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .properties("spring.flyway.enabled=false")
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("dataSource", javax.sql.DataSource.class, database::dataSource))
                .run();
        jdbc = context.getBean(JdbcClient.class);
        scans = context.getBean(Scans.class);
        reading = context.getBean(ScanReading.class);
        comparison = context.getBean(ScanComparison.class);
        commit = context.getBean(ScanCommit.class);
        register = context.getBean(Register.class);
        situations = context.getBean(Situations.class);
        clock = context.getBean(SetClock.class);
        announced = context.getBean(ImportApplication.Announced.class);
    }

    /** One for all tests of the JVM, as is {@link #onPostgres}: it takes some seconds to start. */
    static ImportLab onH2() {
        return H2.LAB;
    }

    static ImportLab onPostgres() {
        return Postgres.LAB;
    }

    private static final class H2 {
        static final ImportLab LAB = new ImportLab(Databases.h2());
    }

    private static final class Postgres {
        static final ImportLab LAB = new ImportLab(Databases.postgres());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An empty register of one scope, on the morning of 2 March 2026. */
    void begin() {
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                                + " and table_type = 'BASE TABLE' and lower(table_name) not like 'flyway%'")
                .query(String.class)
                .list();
        if (isPostgres()) {
            jdbc.sql("truncate table " + String.join(", ", tables) + " restart identity cascade")
                    .update();
        } else {
            jdbc.sql("set referential_integrity false").update();
            tables.forEach(table ->
                    jdbc.sql("truncate table " + table + " restart identity").update());
            jdbc.sql("set referential_integrity true").update();
        }
        clock.set("2026-03-02T08:00:00Z");
        announced.forget();
        addPerson("it");
        addPerson("ot");
        addScope("Main");
    }

    /** Somebody who can own items. */
    private void addPerson(String id) {
        jdbc.sql("insert into person (id, name, enabled, created_at, access_changed_at)"
                        + " values (:id, :id, true, current_timestamp, current_timestamp)")
                .param("id", id)
                .update();
        jdbc.sql("insert into membership (person_id, group_id) values (?, ?)")
                .params(id, Group.REMEDIATOR.id())
                .update();
    }

    /** A table of numbers, with the column {@code i}. */
    String numbersTo(int most) {
        return isPostgres()
                ? "(select i from generate_series(1, " + most + ") i)"
                : "(select x as i from system_range(1, " + most + "))";
    }

    private boolean isPostgres() {
        return jdbc.sql("select count(*) from information_schema.schemata where schema_name = 'pg_catalog'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void addScope(String name) {
        context.getBean(Scopes.class).add(name, null, new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "test"));
    }

    Scan imported(ScanFile file) {
        return run(received(file.text()));
    }

    long received(String content) {
        return received(content, null);
    }

    long received(String content, @Nullable String scope) {
        try {
            return context.getBean(ScanIntake.class)
                    .receive(
                            new ScanIntake.Upload("weekly.nessus", scope, null, null, false),
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                            Situations.ISSM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scan run(long scan) {
        if (reading.read(scan, percent -> {})) {
            comparison.compare(scan, percent -> {});
            commit.commit(scan, percent -> {});
        }
        return scans.get(scan);
    }

    /** By id. */
    List<PoamItem> items() {
        return jdbc.sql("select id from poam_item order by id").query(String.class).list().stream()
                .map(id -> register.get(new PoamId(id)))
                .toList();
    }

    PoamItem item(String id) {
        return register.get(new PoamId(id));
    }

    int count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere)
                .query(Integer.class)
                .single();
    }

    /** Findings as rows of text: check, asset, location, occurrence, state, item, first and last scan. */
    List<String> findings() {
        return jdbc
                .sql(
                        "select w.check_id, a.name, f.location, f.occurrence, f.state, f.item_id, f.first_scan_id, f.last_scan_id"
                                + " from finding f join weakness w on w.id = f.weakness_id join asset a on a.id = f.asset_id"
                                + " order by w.check_id, a.name, f.location, f.occurrence")
                .query()
                .listOfRows()
                .stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** All rows by table, but those that may only grow, keep files, or are what undo works with; without row versions. */
    Map<String, List<String>> everything() {
        Map<String, List<String>> rows = new TreeMap<>();
        jdbc
                .sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !APART.contains(table) && !table.startsWith("undo_"))
                .forEach(table -> rows.put(table, rows(table)));
        return rows;
    }

    private List<String> rows(String table) {
        String counting = table.equals("evidence") ? " where withdrawn is null" : "";
        return jdbc.sql("select * from " + table + counting).query().listOfRows().stream()
                .map(row -> row.entrySet().stream()
                        .filter(column ->
                                !column.getKey().toLowerCase(Locale.ROOT).equals("version"))
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")))
                .sorted()
                .toList();
    }
}
