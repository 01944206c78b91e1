package io.closeout.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/**
 * {@code mvn -Pbench verify}: how fast we are, as ratios to bare baselines in the same run. Prints each row once it is measured,
 * and the whole table at the end. Other work on the machine shows in the figures.
 */
public final class Bench {

    private final List<Measured> table = new ArrayList<>();

    private Bench() {}

    private void add(Measured row) {
        table.add(row);
        System.out.println(row);
    }

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Bench bench = new Bench();
        System.out.println(Measured.HEAD);
        bench.run();
        System.out.println();
        System.out.println(Measured.HEAD);
        bench.table.forEach(System.out::println);
        System.exit(0);
    }

    private void run() throws Exception {
        add(InspectBench.run());
        Path folder = Files.createTempDirectory("closeout-bench");
        measure(
                "H2",
                "jdbc:h2:file:" + folder.resolve("ours") + ";WRITE_DELAY=0",
                "jdbc:h2:file:" + folder.resolve("bare") + ";WRITE_DELAY=0",
                "closeout");
        add(WorkbookBench.measured("H2", "jdbc:h2:file:" + folder.resolve("workbook"), "sa"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            for (String name : List.of("ours", "bare", "workbook")) {
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
            }
            measure(
                    "PostgreSQL",
                    server.getJdbcUrl("postgres", "ours"),
                    server.getJdbcUrl("postgres", "bare"),
                    "postgres");
            add(WorkbookBench.measured("PostgreSQL", server.getJdbcUrl("postgres", "workbook"), "postgres"));
        }
    }

    private void measure(String database, String ours, String bare, String user) throws Exception {
        try (ApplicationBench application = new ApplicationBench(database, ours, user);
                HikariDataSource bareDatabase = new HikariDataSource()) {
            bareDatabase.setJdbcUrl(bare);
            bareDatabase.setUsername(user);
            application.items(bareDatabase, this::add);
            application.imports(this::add);
        }
    }
}
