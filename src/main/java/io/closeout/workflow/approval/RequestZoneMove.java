package io.closeout.workflow.approval;

import io.closeout.access.OrganizationChanged;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.FollowVendor;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In another time zone the days of requests, acceptances, false positives and check-ins with vendors begin and end at other hours. Their
 * timers and tasks follow once the change is committed, behind the page and one by one. Reminders keep their hour: counted anew they
 * would come later than the table says.
 */
@Component
class RequestZoneMove {

    private static final Logger log = LoggerFactory.getLogger(RequestZoneMove.class);
    private static final List<String> PROCESSES =
            List.of(ApproveExtension.KEY, AcceptRisk.KEY, ConfirmFalsePositive.KEY, FollowVendor.KEY);
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Executor background = new SimpleAsyncTaskExecutor("zone-");

    RequestZoneMove(
            RuntimeService runtime,
            ManagementService jobs,
            TaskService tasks,
            Acting acting,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener
    void on(OrganizationChanged committed) {
        if (committed.isZoneMoved()) {
            background.execute(() -> followAll(committed.zoneBefore(), committed.zone()));
        }
    }

    private void followAll(ZoneId before, ZoneId now) {
        List<String> running = PROCESSES.stream().flatMap(this::instances).toList();
        long failed = running.stream()
                .filter(instance -> !follows(instance, before, now))
                .count();
        log.info("The time zone moved: {} of {} requests follow", running.size() - failed, running.size());
    }

    private Stream<String> instances(String process) {
        return acting
                .asEngine(() ->
                        runtime.createProcessInstanceQuery().processDefinitionKey(process).active().list().stream()
                                .map(ProcessInstance::getId)
                                .toList())
                .stream();
    }

    private boolean follows(String instance, ZoneId before, ZoneId now) {
        try {
            transaction.executeWithoutResult(status -> acting.asEngine(() -> {
                timers(instance).forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
                tasks.createTaskQuery().processInstanceId(instance).list().forEach(task -> follow(task, before, now));
                return instance;
            }));
            return true;
        } catch (RuntimeException failure) {
            log.warn("Process instance {} does not follow the new time zone", instance, failure);
            return false;
        }
    }

    private Stream<Job> timers(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
                .filter(this::isForADate);
    }

    private boolean isForADate(Job timer) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition.getJobConfiguration().startsWith("DATE");
    }

    /** A task that was made in the new zone already does not end with a day of the old one. */
    private void follow(Task task, ZoneId before, ZoneId now) {
        if (task.getDueDate() == null) {
            return;
        }
        ZonedDateTime due = task.getDueDate().toInstant().atZone(before);
        if (due.toLocalTime().equals(END_OF_DAY)) {
            task.setDueDate(Date.from(due.withZoneSameLocal(now).toInstant()));
            tasks.saveTask(task);
        }
    }
}
