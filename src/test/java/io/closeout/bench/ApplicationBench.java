package io.closeout.bench;

import io.closeout.Closeout;
import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.intake.parser.NessusFileGenerator;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.ItemNumbers;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports and item starts in the whole application on one database. */
final class ApplicationBench implements AutoCloseable {

    private static final Actor ISSM = new Actor("script", Set.of(Group.ISSM), "bench");
    private static final int FINDINGS = 10_000;
    private static final int STARTS = 500;
    private static final int BATCH = 50;
    private static final int ROUNDS = 5;

    private final String database;
    private final ConfigurableApplicationContext application;

    ApplicationBench(String database, String url, String user) {
        this.database = database;
        application = Closeout.server()
                .run(
                        "--spring.profiles.active=demo",
                        "--closeout.demo.data=none",
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=WARN");
    }

    /** 10,000 findings in 300 weaknesses on 100 hosts; a fifth more records are informational. */
    List<Measured> imports() throws Exception {
        byte[] file = new NessusFileGenerator(100, 375, 125, 200).asText().getBytes(StandardCharsets.UTF_8);
        double first = Rounds.timed(() -> importAndWait(file));
        double again = Rounds.timed(() -> importAndWait(file));
        return List.of(
                new Measured(
                        "import, 10,000 findings in 300 weaknesses",
                        database,
                        FINDINGS / first,
                        null,
                        "findings/s",
                        null),
                new Measured("identical import again", database, FINDINGS / again, null, "findings/s", null));
    }

    private void importAndWait(byte[] file) throws Exception {
        Scans scans = application.getBean(Scans.class);
        long id = application
                .getBean(ScanIntake.class)
                .receive(new ScanIntake.Upload("bench.nessus", null, null), new ByteArrayInputStream(file), ISSM);
        long limit = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!scans.get(id).state().isFinal()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The import did not end");
            }
            Thread.sleep(20);
        }
        Scan scan = scans.get(id);
        if (scan.state() != ScanState.DONE || scan.counts().findings() != FINDINGS) {
            throw new IllegalStateException("The import ended as " + scan);
        }
    }

    Measured starts(DataSource bareDatabase) throws Exception {
        try (BareEngine bare = new BareEngine(bareDatabase)) {
            double[] seconds = Rounds.alternate(ROUNDS, this::open, () -> bare.start(STARTS, BATCH));
            return new Measured(
                    "item opened with its process", database, STARTS / seconds[0], STARTS / seconds[1], "items/s", 0.8);
        }
    }

    private void open() {
        Register register = application.getBean(Register.class);
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        List<PoamId> ids = application.getBean(ItemNumbers.class).reserve(2026, STARTS);
        for (int from = 0; from < STARTS; from += BATCH) {
            List<PoamId> batch = ids.subList(from, from + BATCH);
            transaction.executeWithoutResult(
                    status -> batch.forEach(id -> register.open(id, item(id), Actor.system("bench"))));
        }
    }

    private NewItem item(PoamId id) {
        return new NewItem(
                "halyard-cui-enclave",
                null,
                Track.OPERATIONAL,
                "Weakness of " + id,
                "Something is wrong.",
                "Nessus",
                "500001",
                Severity.HIGH,
                BigDecimal.valueOf(7.5),
                LocalDate.now(),
                AssetImpact.UNKNOWN,
                null,
                null);
    }

    @Override
    public void close() {
        application.close();
    }
}
