package io.closeout.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.UnaryOperator;

/**
 * {@code mvn -Pbench verify}: how fast we are, as ratios to bare baselines in the same run. Prints each row once it is measured,
 * and the whole table at the end. Other work on the machine shows in the figures.
 */
public final class Bench {

    private static final int LARGE = 100_000;

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
        try {
            bench.run(args.length == 0 || args[0].isBlank() ? "all" : args[0]);
        } catch (Exception failed) {
            // Threads of the measured programs would keep the process.
            failed.printStackTrace();
            System.exit(1);
        }
        System.out.println();
        System.out.println(Measured.HEAD);
        bench.table.forEach(System.out::println);
        System.exit(0);
    }

    /** @param part one of inspect, items, imports, timers, workbook; all; or million, which takes long */
    private void run(String part) throws Exception {
        if (isWanted("inspect", part)) {
            add(InspectBench.run());
        }
        Path folder = Files.createTempDirectory("closeout-bench");
        measure(part, "H2", name -> "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0", "closeout");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            for (String name : List.of("ours", "bare", "timers", "bare-timers", "workbook")) {
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database \"" + name + "\"");
                }
            }
            measure(part, "PostgreSQL", name -> server.getJdbcUrl("postgres", name), "postgres");
        }
    }

    private static boolean isWanted(String each, String part) {
        return part.equals("all") || part.equals(each);
    }

    private void measure(String part, String database, UnaryOperator<String> url, String user) throws Exception {
        if (isWanted("items", part) || isWanted("imports", part) || part.equals("million")) {
            try (ApplicationBench application = new ApplicationBench(database, url.apply("ours"), user);
                    HikariDataSource bare = dataSource(url.apply("bare"), user)) {
                if (isWanted("items", part)) {
                    application.items(bare, this::add);
                }
                if (isWanted("imports", part)) {
                    application.imports(bare, LARGE, this::add);
                }
                if (part.equals("million")) {
                    application.imports(bare, 10 * LARGE, this::add);
                }
            }
        }
        if (isWanted("timers", part)) {
            try (ApplicationBench application = new ApplicationBench(database, url.apply("timers"), user);
                    HikariDataSource bare = dataSource(url.apply("bare-timers"), user)) {
                application.timers(bare, this::add);
            }
        }
        if (isWanted("workbook", part)) {
            add(WorkbookBench.measured(database, url.apply("workbook"), user));
        }
    }

    private static HikariDataSource dataSource(String url, String user) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(user);
        return dataSource;
    }
}
