package io.closeout.workflow.item;

import io.closeout.policy.AbsenceRule;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ItemDatesMoved;
import io.closeout.register.ItemsOpened;
import io.closeout.register.PathDecided;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.RescanJudged;
import io.closeout.register.Stage;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and moves the processes of items as the register announces what happened, in the same transaction. */
@Component
class ItemProcesses {

    private static final Logger log = LoggerFactory.getLogger(ItemProcesses.class);

    private final ProcessStarts starts;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Register register;
    private final DeadlineDates dates;
    private final Acting acting;

    ItemProcesses(
            ProcessStarts starts,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            Register register,
            DeadlineDates dates,
            Acting acting) {
        this.starts = starts;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.register = register;
        this.dates = dates;
        this.acting = acting;
    }

    @EventListener
    void on(ItemsOpened opened) {
        register.runIn(acting.asEngine(() -> starts.start(opened.items())));
        // Their timers were made before the table let them go straight to planning.
        opened.items().stream()
                .filter(item -> register.get(item).stage() != Stage.TRIAGE)
                .forEach(this::followDates);
    }

    @EventListener
    void on(RescanJudged judged) {
        send(
                judged.item(),
                RemediatePoamItem.MESSAGE_RESCAN_JUDGED,
                Map.of(RemediatePoamItem.VARIABLE_VERIFIED, judged.verified()));
    }

    @EventListener
    void on(AbsenceProved proved) {
        String path = proved.outcome() == AbsenceRule.Outcome.CLOSE
                ? RemediatePoamItem.PATH_ABSENT
                : RemediatePoamItem.PATH_ASK_ISSM;
        send(
                proved.item(),
                RemediatePoamItem.MESSAGE_PATH_DECIDED,
                Map.of(RemediatePoamItem.VARIABLE_DECIDED_PATH, path));
    }

    @EventListener
    void on(PathDecided decided) {
        String path =
                switch (decided.path()) {
                    case ACCEPTED -> RemediatePoamItem.PATH_ACCEPTED;
                    case WORK_GOES_ON -> RemediatePoamItem.PATH_WORK_GOES_ON;
                    case FALSE_POSITIVE -> RemediatePoamItem.PATH_FALSE_POSITIVE;
                };
        send(
                decided.item(),
                RemediatePoamItem.MESSAGE_PATH_DECIDED,
                Map.of(RemediatePoamItem.VARIABLE_DECIDED_PATH, path));
    }

    /** A process that waits for something else by now is past the point at which the message would have moved it. */
    private void send(PoamId item, String message, Map<String, Object> variables) {
        String instance = register.get(item).processInstanceId().orElseThrow();
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processInstanceId(instance)
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting == null) {
                log.info("{} does not wait for {}", item, message);
                return item;
            }
            runtime.messageEventReceived(message, waiting.getId(), variables);
            return item;
        });
    }

    /** The one timer and the due dates of the open tasks follow the item. */
    @EventListener
    void on(ItemDatesMoved moved) {
        followDates(moved.item());
    }

    void followDates(PoamId id) {
        PoamItem item = register.get(id);
        item.processInstanceId()
                .ifPresent(instance -> acting.asEngine(() -> {
                    jobs.createJobQuery()
                            .processInstanceId(instance)
                            .timers()
                            .list()
                            .forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
                    for (Task task :
                            tasks.createTaskQuery().processInstanceId(instance).list()) {
                        task.setDueDate(dates.due(item));
                        task.setPriority(dates.taskPriority(item));
                        tasks.saveTask(task);
                    }
                    return item;
                }));
    }
}
