package io.closeout.workflow.item;

import io.closeout.policy.AbsenceRule;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ItemDatesMoved;
import io.closeout.register.ItemsOpened;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.RescanJudged;
import io.closeout.register.Stage;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and moves the processes of items as the register announces what happened, in the same transaction. */
@Component
class ItemProcesses {

    private final ProcessStarts starts;
    private final ItemMessages messages;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Register register;
    private final DeadlineDates dates;
    private final Acting acting;

    ItemProcesses(
            ProcessStarts starts,
            ItemMessages messages,
            TaskService tasks,
            ManagementService jobs,
            Register register,
            DeadlineDates dates,
            Acting acting) {
        this.starts = starts;
        this.messages = messages;
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

    /** A process that waits for something else by now is past the point at which a scan would have moved it. */
    @EventListener
    void on(RescanJudged judged) {
        messages.send(
                judged.item(),
                RemediatePoamItem.MESSAGE_RESCAN_JUDGED,
                Map.of(RemediatePoamItem.VARIABLE_VERIFIED, judged.verified()));
    }

    @EventListener
    void on(AbsenceProved proved) {
        String path = proved.outcome() == AbsenceRule.Outcome.CLOSE
                ? RemediatePoamItem.PATH_ABSENT
                : RemediatePoamItem.PATH_ASK_ISSM;
        messages.send(
                proved.item(),
                RemediatePoamItem.MESSAGE_PATH_DECIDED,
                Map.of(RemediatePoamItem.VARIABLE_DECIDED_PATH, path));
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
                            .forEach(this::recalculate);
                    for (Task task :
                            tasks.createTaskQuery().processInstanceId(instance).list()) {
                        task.setDueDate(dates.due(item));
                        task.setPriority(dates.taskPriority(item));
                        tasks.saveTask(task);
                    }
                    return item;
                }));
    }

    private void recalculate(Job timer) {
        try {
            jobs.recalculateJobDuedate(timer.getId(), false);
        } catch (NotFoundException fired) {
            throw new OptimisticLockingException("Timer " + timer.getId() + " fired meanwhile, by the dates before");
        }
    }
}
