package io.closeout.bench;

import io.closeout.workflow.RemediatePoamItem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine by itself with the same model, the same kept history and the same kind of ids: steps do nothing but answer, the
 * variables are the same.
 */
final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final CommandExecutor commands;
    private final String model;
    private final JobExecutor drain = new DefaultJobExecutor();
    private int number;

    /** @param like has the history level that is kept here as well */
    BareEngine(DataSource dataSource, ProcessEngine like) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        HistoryLevel history =
                ((ProcessEngineConfigurationImpl) like.getProcessEngineConfiguration()).getHistoryLevel();
        configuration.setCustomHistoryLevels(List.of(history));
        configuration.setHistory(history.getName());
        // As the starter sets it.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setJobExecutor(drain);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setBeans(Map.of(
                "proposeTriage",
                        (JavaDelegate)
                                execution -> execution.setVariable(RemediatePoamItem.VARIABLE_TRIAGE_NEEDED, true),
                "recordClosure", (JavaDelegate) execution -> {},
                "tellPeople", (JavaDelegate) execution -> {},
                "triageItem", (TaskListener) task -> {},
                "deadline", new Deadline(),
                "plan", new PlanState(),
                "assignment", new Assignment()));
        engine = configuration.buildProcessEngine();
        commands = configuration.getCommandExecutorTxRequired();
        model = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "remediatePoamItem.bpmn",
                        Bpmn.readModelFromFile(
                                Path.of("processes/remediatePoamItem.bpmn").toFile()))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    /** What the model asks of dates. */
    public static final class Deadline {

        private final Date before = Date.from(Instant.now().minus(1, ChronoUnit.DAYS));
        private final Date later = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

        /** The first is due at once, as it is for an item that was found long ago. */
        public Date nextNotice(DelegateExecution execution) {
            return "Timer_NextNotice".equals(execution.getCurrentActivityId()) ? later : before;
        }

        public Date due(DelegateExecution execution) {
            return later;
        }

        public int taskPriority(DelegateExecution execution) {
            return 50;
        }
    }

    /** What the model asks of plans. */
    public static final class PlanState {

        public boolean stands(DelegateExecution execution) {
            return false;
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

    /** Each start is a call, and so a command, of its own. */
    void startOneByOne(int items, int batch) {
        inBatches(items, batch, () -> {
            for (int i = 0; i < batch; i++) {
                String item = nextItem();
                engine.getRuntimeService().startProcessInstanceByKey(RemediatePoamItem.KEY, item, variables(item));
            }
        });
    }

    /** One command per batch, which looks up the model once and writes all together. */
    void startTogether(int items, int batch) {
        inBatches(
                items,
                batch,
                () -> commands.execute(context -> {
                    for (int i = 0; i < batch; i++) {
                        String item = nextItem();
                        engine.getRuntimeService().startProcessInstanceById(model, item, variables(item));
                    }
                    return null;
                }));
    }

    private void inBatches(int items, int batch, Runnable start) {
        for (int done = 0; done < items; done += batch) {
            transaction.executeWithoutResult(status -> start.run());
        }
    }

    ProcessEngine engine() {
        return engine;
    }

    private String nextItem() {
        return "POA-2026-" + (100_000 + number++);
    }

    private static Map<String, Object> variables(String item) {
        return Map.of(RemediatePoamItem.VARIABLE_ITEM_ID, item);
    }

    @Override
    public void close() {
        engine.close();
    }
}
