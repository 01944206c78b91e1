package io.closeout.workflow.models;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import java.util.List;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves what runs on an older shipped version of a process to the newest, if that is shipped as well: behind each start, one by one, each
 * where it stands. One that stands where the newest version has no place stays, and is tried again at the next start. What runs on a
 * version of an analyst goes on with it.
 */
@Component
public class RunningInstances {

    private static final Logger log = LoggerFactory.getLogger(RunningInstances.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Executor background = new SimpleAsyncTaskExecutor("running-instances-");

    RunningInstances(
            RepositoryService repository,
            RuntimeService runtime,
            Ledger ledger,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        background.execute(this::moveAll);
    }

    public void moveAll() {
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(this::isOurs)
                .forEach(this::moveTo);
    }

    private boolean isOurs(ProcessDefinition definition) {
        return Models.SOURCE.equals(repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getSource());
    }

    private void moveTo(ProcessDefinition newest) {
        repository.createProcessDefinitionQuery().processDefinitionKey(newest.getKey()).list().stream()
                .filter(older -> older.getVersion() < newest.getVersion() && isOurs(older))
                .forEach(older -> move(older, newest));
    }

    private void move(ProcessDefinition from, ProcessDefinition to) {
        List<String> running = runtime.createProcessInstanceQuery().processDefinitionId(from.getId()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        try {
            MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to.getId())
                    .mapEqualActivities()
                    .build();
            int moved = (int)
                    running.stream().filter(instance -> move(instance, plan)).count();
            tell(from, to, moved, running.size() - moved);
        } catch (RuntimeException failure) {
            log.warn("Nothing that runs on version {} of {} can be moved", from.getVersion(), from.getKey(), failure);
        }
    }

    private boolean move(String instance, MigrationPlan plan) {
        try {
            transaction.executeWithoutResult(status ->
                    runtime.newMigration(plan).processInstanceIds(instance).execute());
            return true;
        } catch (RuntimeException failure) {
            log.warn("Process instance {} stays on {}", instance, plan.getSourceProcessDefinitionId(), failure);
            return false;
        }
    }

    private void tell(ProcessDefinition from, ProcessDefinition to, int moved, int stayed) {
        log.info(
                "{}: {} instances moved from version {} to {}, {} stay",
                from.getKey(),
                moved,
                from.getVersion(),
                to.getVersion(),
                stayed);
        if (moved > 0) {
            transaction.executeWithoutResult(status -> ledger.append(LedgerEntry.of(
                            "runningInstancesMoved",
                            new ModelId(ModelKind.PROCESS, to.getKey()).subject(),
                            Actor.system("start"))
                    .changed("version", from.getVersion(), to.getVersion())
                    .with("moved", moved)
                    .with("stayed", stayed)));
        }
    }
}
