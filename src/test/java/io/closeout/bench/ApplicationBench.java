package io.closeout.bench;

import io.closeout.Closeout;
import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.ItemNumbers;
import io.closeout.register.NewItem;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import io.closeout.workflow.Acting;
import io.closeout.workflow.TaskForms;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports and opened items in the whole application on one database.
 *
 * <p>To open an item is to write it, its ledger event and its process; an import does that for 50 in a transaction and in one
 * command of the engine. The bare engine starts 50 processes in a transaction, too, once with a call for each, as any
 * user of its API does, and once in one command. Against the first we want a ratio; the second shows what item and ledger cost.
 */
final class ApplicationBench implements AutoCloseable {

    private static final Actor ISSM = new Actor("script", Set.of(Group.ISSM), "bench");
    private static final int STARTS = 500;
    private static final int TIMERS = 20_000;
    private static final int WARM_UP = 10_000;
    private static final int BATCH = 50;
    private static final int ROUNDS = 5;

    private final String database;
    private final ConfigurableApplicationContext application;

    ApplicationBench(String database, String url, String user) {
        this.database = database;
        SpringApplication server = Closeout.server();
        server.addInitializers(context -> context.getBeanFactory().registerSingleton("productOnly", new ProductOnly()));
        application = server.run(
                "--spring.profiles.active=demo",
                "--closeout.demo.data=none",
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--logging.level.root=WARN");
        // as it is configured, but only while timers are measured
        jobExecutor().shutdown();
    }

    private JobExecutor jobExecutor() {
        return ((ProcessEngineConfigurationImpl)
                        application.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
    }

    /** What tests add to the class path is no part of the product. */
    private static final class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) throws IOException {
            return found.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }

    void imports(DataSource bareDatabase, int large, Consumer<Measured> table) throws Exception {
        new ImportBench(database, application, table).run(bareDatabase, large);
    }

    void items(DataSource bareDatabase, Consumer<Measured> table) throws Exception {
        try (BareEngine bare = new BareEngine(bareDatabase, application.getBean(ProcessEngine.class))) {
            double[] seconds = Rounds.alternate(
                    ROUNDS,
                    this::open,
                    () -> bare.startOneByOne(STARTS, BATCH),
                    () -> bare.startTogether(STARTS, BATCH));
            table.accept(new Measured(
                    "item with its process, bare: a call for each",
                    database,
                    STARTS / seconds[0],
                    STARTS / seconds[1],
                    "items/s",
                    0.8));
            table.accept(new Measured(
                    "item with its process, bare: one command",
                    database,
                    STARTS / seconds[0],
                    STARTS / seconds[2],
                    "items/s",
                    null));
        }
    }

    /**
     * Each item was found so long ago that a notice is due at once; a person triages meanwhile, here as there. A first round that is
     * not counted lets the JVM compile what both run.
     */
    void timers(DataSource bareDatabase, Consumer<Measured> table) throws Exception {
        ProcessEngine ours = application.getBean(ProcessEngine.class);
        try (BareEngine bare = new BareEngine(bareDatabase, ours)) {
            drainOurs(ours, WARM_UP);
            drainBare(bare, bareDatabase, WARM_UP);
            Drained here = drainOurs(ours, TIMERS);
            Drained there = drainBare(bare, bareDatabase, TIMERS);
            table.accept(new Measured(
                    String.format(Locale.ROOT, "%,d timers due at once", TIMERS),
                    database,
                    TIMERS / here.seconds(),
                    TIMERS / there.seconds(),
                    "timers/s",
                    0.8));
            table.accept(new Measured(
                    "a person completes tasks meanwhile, p95 (< 1,000)", database, here.p95Millis(), null, "ms", null));
        }
    }

    private record Drained(double seconds, double p95Millis) {}

    private Drained drainOurs(ProcessEngine ours, int timers) throws Exception {
        for (int opened = 0; opened < timers; opened += STARTS) {
            open(LocalDate.now().minusDays(60));
        }
        analyze(application.getBean(DataSource.class));
        Acting acting = application.getBean(Acting.class);
        Iterator<Task> triage = triageTasks(ours);
        return drained(ours, timers, () -> acting.as(ISSM, () -> triaged(ours, triage)));
    }

    private static Drained drainBare(BareEngine bare, DataSource database, int timers) throws Exception {
        bare.startTogether(timers, BATCH);
        analyze(database);
        Iterator<Task> triage = triageTasks(bare.engine());
        return drained(bare.engine(), timers, () -> triaged(bare.engine(), triage));
    }

    private static Drained drained(ProcessEngine engine, int timers, Callable<Boolean> person) throws Exception {
        double[] seconds = new double[1];
        double millis = TimerBench.meanwhile(() -> seconds[0] = TimerBench.drained(engine, timers), person);
        return new Drained(seconds[0], millis);
    }

    /** As databases do by themselves some time after many rows were written; until then PostgreSQL plans for empty tables. */
    private static void analyze(DataSource database) {
        JdbcClient.create(database).sql("analyze").update();
    }

    private static Iterator<Task> triageTasks(ProcessEngine engine) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("UserTask_TriageItem")
                .listPage(0, TIMERS)
                .iterator();
    }

    private static boolean triaged(ProcessEngine engine, Iterator<Task> tasks) {
        String task = tasks.next().getId();
        Map<String, Object> answers =
                Map.of(TaskForms.PRIORITY, "HIGH", TaskForms.TRACK, "OPERATIONAL", TaskForms.OWNER_GROUP, "remediator");
        try {
            engine.getTaskService().complete(task, answers);
        } catch (OptimisticLockingException overtaken) {
            // by the item's own timer; ours runs such a completion again by itself, the bare engine leaves that to its
            // caller
            engine.getTaskService().complete(task, answers);
        }
        return tasks.hasNext();
    }

    private void open() {
        open(LocalDate.now());
    }

    private void open(LocalDate detectedOn) {
        Register register = application.getBean(Register.class);
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        List<PoamId> ids = application.getBean(ItemNumbers.class).reserve(2026, STARTS);
        for (int from = 0; from < STARTS; from += BATCH) {
            List<PoamId> batch = ids.subList(from, from + BATCH);
            Map<PoamId, NewItem> items = new LinkedHashMap<>();
            batch.forEach(id -> items.put(id, item(id, detectedOn)));
            transaction.executeWithoutResult(status -> register.openAll(items, Actor.system("bench")));
        }
    }

    private NewItem item(PoamId id, LocalDate detectedOn) {
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
                Set.of(),
                detectedOn,
                AssetImpact.UNKNOWN,
                null,
                null);
    }

    @Override
    public void close() {
        application.close();
    }
}
