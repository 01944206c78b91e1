package io.closeout.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.closeout.access.Actor;
import io.closeout.reporting.PoamRows;
import io.closeout.reporting.ReportingBeans;
import io.closeout.reporting.SampleRegister;
import io.closeout.reporting.excel.PoamWorkbook;
import io.closeout.reporting.excel.PoamWorkbooks;
import io.closeout.reporting.excel.RecordedCells;
import io.closeout.shared.MigrationPlaceholders;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The workbook of 100,000 items: ours, read from the database, against plain SXSSF that writes the same cells from memory
 * with the same styles. The aim is a ratio of at least 0.8. Then ours once more in a JVM with a small heap.
 */
public final class WorkbookBench {

    private static final int ITEMS = 100_000;
    private static final int ROUNDS = 5;
    private static final String SMALL_HEAP = "-Xmx128m";

    private final int items;
    private final DataSource dataSource;

    /** @param dataSource of a migrated database that holds {@link SampleRegister} with that many items */
    public WorkbookBench(DataSource dataSource, int items) {
        this.dataSource = dataSource;
        this.items = items;
    }

    /**
     * The median of the rounds, warmed up by one.
     *
     * @param ours items per second
     * @param bare items per second
     */
    public record Result(int items, double ours, double bare) {

        public double ratio() {
            return ours / bare;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "workbook of %,d items: %,.0f/s, bare SXSSF %,.0f/s, ratio %.2f",
                    items,
                    ours,
                    bare,
                    ratio());
        }
    }

    public Result run() throws IOException {
        try (AnnotationConfigApplicationContext beans = beans()) {
            double[] ours = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            ours(beans);
            bare(beans);
            for (int round = 0; round < ROUNDS; round++) {
                ours[round] = ours(beans);
                bare[round] = bare(beans);
            }
            Result result = new Result(items, median(ours), median(bare));
            System.out.println(result);
            return result;
        }
    }

    private AnnotationConfigApplicationContext beans() {
        return ReportingBeans.on(dataSource, Clock.fixed(SampleRegister.NOW, ZoneOffset.UTC));
    }

    private double ours(AnnotationConfigApplicationContext beans) throws IOException {
        System.gc();
        long start = System.nanoTime();
        write(beans);
        return perSecond(start);
    }

    private static void write(AnnotationConfigApplicationContext beans) throws IOException {
        try (PoamWorkbook workbook = beans.getBean(PoamWorkbooks.class).make("closeout", null, Actor.system("bench"))) {
            workbook.writeTo(OutputStream.nullOutputStream());
        }
    }

    private double bare(AnnotationConfigApplicationContext beans) throws IOException {
        RecordedCells cells = new RecordedCells();
        PoamRows rows = beans.getBean(PoamRows.class);
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(transaction -> rows.each(null, row -> {
                    if (row.item().status().isOpen()) {
                        cells.addOpen(row);
                    } else {
                        cells.addClosed(row);
                    }
                }));
        System.gc();
        long start = System.nanoTime();
        cells.writeTo(OutputStream.nullOutputStream());
        return perSecond(start);
    }

    private double perSecond(long start) {
        return items * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    /** Arguments: number of items (100,000 if none); with {@code small-heap URL} it is the child that only writes. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            writeOnce(arguments[1]);
            return;
        }
        int items = arguments.length == 0 ? ITEMS : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("workbook-bench");
        String url = "jdbc:h2:file:" + folder.resolve("register");
        try (HikariDataSource dataSource = open(url, "sa")) {
            migrate(dataSource, "H2");
            SampleRegister.fill(dataSource, items);
            new WorkbookBench(dataSource, items).run();
        }
        inASmallHeap(url);
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Fills the database and measures on it. */
    static Measured measured(String database, String url, String user) throws IOException {
        try (HikariDataSource dataSource = open(url, user)) {
            migrate(dataSource, database);
            SampleRegister.fill(dataSource, ITEMS);
            Result result = new WorkbookBench(dataSource, ITEMS).run();
            return new Measured("workbook of 100,000 rows", database, result.ours(), result.bare(), "rows/s", 0.8);
        }
    }

    private static void inASmallHeap(String url) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SMALL_HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                WorkbookBench.class.getName(),
                "small-heap",
                url);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.println("workbook with " + SMALL_HEAP + ": " + (exit == 0 ? "written" : "FAILED"));
    }

    private static void writeOnce(String url) throws IOException {
        try (HikariDataSource dataSource = open(url, "sa");
                AnnotationConfigApplicationContext beans =
                        ReportingBeans.on(dataSource, Clock.fixed(SampleRegister.NOW, ZoneOffset.UTC))) {
            write(beans);
        }
    }

    private static HikariDataSource open(String url, String user) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(user);
        dataSource.setMaximumPoolSize(4);
        return dataSource;
    }

    private static void migrate(DataSource dataSource, String product) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("filesystem:src/main/resources/db/migration")
                .placeholders(MigrationPlaceholders.placeholdersFor(product))
                .load()
                .migrate();
    }
}
