package io.closeout.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/** {@code mvn -Pbench verify}: how fast we are, as ratios to bare baselines in the same run. Prints one table. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<Measured> table = new ArrayList<>();
        table.add(InspectBench.run());
        Path folder = Files.createTempDirectory("closeout-bench");
        measure(
                table,
                "H2",
                "jdbc:h2:file:" + folder.resolve("ours") + ";WRITE_DELAY=0",
                "jdbc:h2:file:" + folder.resolve("bare") + ";WRITE_DELAY=0",
                "closeout");
        table.add(WorkbookBench.measured("H2", "jdbc:h2:file:" + folder.resolve("workbook"), "sa"));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            for (String name : List.of("ours", "bare", "workbook")) {
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
            }
            measure(
                    table,
                    "PostgreSQL",
                    server.getJdbcUrl("postgres", "ours"),
                    server.getJdbcUrl("postgres", "bare"),
                    "postgres");
            table.add(WorkbookBench.measured("PostgreSQL", server.getJdbcUrl("postgres", "workbook"), "postgres"));
        }
        System.out.println();
        System.out.println(Measured.HEAD);
        table.forEach(System.out::println);
        System.exit(0);
    }

    private static void measure(List<Measured> table, String database, String ours, String bare, String user)
            throws Exception {
        try (ApplicationBench application = new ApplicationBench(database, ours, user);
                HikariDataSource bareDatabase = new HikariDataSource()) {
            bareDatabase.setJdbcUrl(bare);
            bareDatabase.setUsername(user);
            table.add(application.starts(bareDatabase));
            table.addAll(application.imports());
        }
    }
}
