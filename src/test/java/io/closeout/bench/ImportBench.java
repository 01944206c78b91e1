package io.closeout.bench;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.intake.parser.tenable.NessusFileGenerator;
import io.closeout.register.Scopes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ApplicationContext;

/**
 * Imports against what nobody could do without: to parse the file, to insert the same rows in batches, to start as many processes. Each
 * import of new findings goes into a scope of its own, in which nothing is known yet; a fifth more records are informational.
 */
final class ImportBench {

    private static final Actor ISSM = new Actor("script", Set.of(Group.ISSM, Group.CAMUNDA_ADMIN), "bench");

    private static final int SMALL = 10_000;
    private static final int RESULTS_PER_HOST = 100;
    private static final int WEAKNESSES = 300;
    private static final int BATCH = 50;
    private static final int ROUNDS = 3;

    private final String database;
    private final ApplicationContext application;
    private final Consumer<Measured> table;
    private int scopes;

    ImportBench(String database, ApplicationContext application, Consumer<Measured> table) {
        this.database = database;
        this.application = application;
        this.table = table;
    }

    /** @param large findings of the large import */
    void run(DataSource bareDatabase, int large) throws Exception {
        byte[] file = file(SMALL);
        double small;
        try (BareEngine engine = new BareEngine(bareDatabase, application.getBean(ProcessEngine.class))) {
            BareRows rows = new BareRows(bareDatabase);
            double[] fresh = Rounds.alternate(ROUNDS, () -> imported(file, SMALL, newScope()), () -> {
                rows.insert(BareRows.parsed(file));
                engine.startTogether(WEAKNESSES, BATCH);
            });
            add("import, 10,000 findings in 300 weaknesses", SMALL / fresh[0], SMALL / fresh[1], 0.33);
            String known = newScope();
            imported(file, SMALL, known);
            double[] again = Rounds.alternate(
                    ROUNDS, () -> imported(file, SMALL, known), () -> rows.compare(BareRows.parsed(file)));
            add("identical import again", SMALL / again[0], SMALL / again[1], 0.67);
            small = fresh[0];
        }
        byte[] largeFile = file(large);
        double seconds = Rounds.timed(() -> imported(largeFile, large, newScope()));
        add(String.format(Locale.ROOT, "import of %,d against 10,000", large), large / seconds, SMALL / small, 0.77);
    }

    private void add(String what, double ours, double bare, double aim) {
        table.accept(new Measured(what, database, ours, bare, "findings/s", aim));
    }

    private static byte[] file(int findings) {
        return new NessusFileGenerator(findings / RESULTS_PER_HOST, WEAKNESSES * 5 / 4, RESULTS_PER_HOST * 5 / 4, 200)
                .asText()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String newScope() {
        return application
                .getBean(Scopes.class)
                .add("Bench " + ++scopes, null, ISSM)
                .id();
    }

    private void imported(byte[] file, int findings, String scope) throws Exception {
        Scans scans = application.getBean(Scans.class);
        long id = application
                .getBean(ScanIntake.class)
                .receive(
                        new ScanIntake.Upload("bench.nessus", scope, null, null, false),
                        new ByteArrayInputStream(file),
                        ISSM);
        long limit = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        while (!scans.get(id).state().isResting()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The import did not end");
            }
            Thread.sleep(20);
        }
        Scan scan = scans.get(id);
        if (scan.state() != ScanState.DONE || scan.counts().findings() != findings) {
            throw new IllegalStateException("The import ended as " + scan);
        }
    }
}
