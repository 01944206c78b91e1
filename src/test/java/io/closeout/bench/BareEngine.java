package io.closeout.bench;

import io.closeout.workflow.RemediatePoamItem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine by itself with the same model: steps do nothing but answer, the variables are the same. */
final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private int number;

    BareEngine(DataSource dataSource) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setBeans(Map.of(
                "proposeTriage",
                        (JavaDelegate)
                                execution -> execution.setVariable(RemediatePoamItem.VARIABLE_TRIAGE_NEEDED, true),
                "recordClosure", (JavaDelegate) execution -> {},
                "tellPeople", (JavaDelegate) execution -> {},
                "triageItem", (TaskListener) task -> {},
                "deadline", new Deadline(),
                "assignment", new Assignment()));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "remediatePoamItem.bpmn",
                        Bpmn.readModelFromFile(
                                Path.of("processes/remediatePoamItem.bpmn").toFile()))
                .deploy();
    }

    /** What the model asks of dates. */
    public static final class Deadline {

        private final Date later = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

        public Date nextNotice(DelegateExecution execution) {
            return later;
        }

        public Date due(DelegateExecution execution) {
            return later;
        }

        public int taskPriority(DelegateExecution execution) {
            return 50;
        }
    }

    /** What the model asks of people. */
    public static final class Assignment {

        public String ownerGroup(DelegateExecution execution) {
            return "remediator";
        }

        public String owner(DelegateExecution execution) {
            return "it";
        }
    }

    void start(int items, int batch) {
        for (int done = 0; done < items; done += batch) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < batch; i++) {
                    String id = "POA-2026-" + (100_000 + number++);
                    engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    RemediatePoamItem.KEY, id, Map.of(RemediatePoamItem.VARIABLE_ITEM_ID, id));
                }
            });
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
