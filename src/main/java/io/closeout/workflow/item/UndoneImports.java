package io.closeout.workflow.item;

import io.closeout.register.ItemsRestored;
import io.closeout.register.ItemsTakenBack;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.Approvals;
import io.closeout.shared.Refused;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.FollowVendor;
import io.closeout.workflow.RemediatePoamItem;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Processes follow when an import is undone. Those that it began end. Those that it moved stand again at the task that it took away; one
 * that it ended begins anew there, for an engine brings no instance back, and the old one stays in the history.
 */
@Component
class UndoneImports {

    private static final String[] OF_REQUESTS = {
        ApproveExtension.KEY, AcceptRisk.KEY, ConfirmFalsePositive.KEY, FollowVendor.KEY
    };

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final Register register;
    private final Approvals approvals;
    private final ItemProcesses processes;
    private final Acting acting;

    UndoneImports(
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            Register register,
            Approvals approvals,
            ItemProcesses processes,
            Acting acting) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.register = register;
        this.approvals = approvals;
        this.processes = processes;
        this.acting = acting;
    }

    @EventListener
    void on(ItemsTakenBack taken) {
        acting.asEngine(() -> {
            taken.processInstances()
                    .forEach(each -> runtime.deleteProcessInstance(each, taken.why(), true, true, true));
            return taken;
        });
    }

    @EventListener
    void on(ItemsRestored restored) {
        restored.items().forEach(item -> register.get(item)
                .processInstanceId()
                .ifPresent(instance -> acting.asEngine(() -> {
                    taskBefore(instance, restored.since()).ifPresent(task -> {
                        mustHaveEndedNoRequest(item, restored.since());
                        goBack(item, instance, task);
                    });
                    return item;
                })));
        restored.items().forEach(processes::followDates);
    }

    /** The first that was taken away since: there it stood. */
    private Optional<HistoricActivityInstance> taskBefore(String instance, Instant since) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType(ActivityTypes.TASK_USER_TASK)
                .canceled()
                .finishedAfter(Date.from(since))
                .orderByHistoricActivityInstanceEndTime()
                .asc()
                .list()
                .stream()
                .findFirst();
    }

    /** What somebody asked for, and others signed, does not come back by itself. */
    private void mustHaveEndedNoRequest(PoamId item, Instant since) {
        boolean ended = approvals.about(item).stream()
                .anyMatch(request -> history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(Long.toString(request))
                                .processDefinitionKeyIn(OF_REQUESTS)
                                .finishedAfter(Date.from(since))
                                .count()
                        > 0);
        if (ended) {
            throw Refused.because(
                    "A request about " + item
                            + " ended when the import closed it, and that cannot be brought back. Nothing was undone; open a new item for it.");
        }
    }

    private void goBack(PoamId item, String instance, HistoricActivityInstance task) {
        boolean runs =
                runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
        String standing = runs ? moved(instance, task) : begun(item, task);
        giveBack(standing, task.getActivityId(), task.getAssignee());
    }

    private String moved(String instance, HistoricActivityInstance task) {
        ProcessInstanceModificationBuilder move = runtime.createProcessInstanceModification(instance);
        userTasks(runtime.getActivityInstance(instance)).forEach(move::cancelActivityInstance);
        move.startBeforeActivity(task.getActivityId()).execute();
        return instance;
    }

    private static Stream<String> userTasks(ActivityInstance in) {
        return in.getChildActivityInstances().length == 0
                ? Stream.of(in)
                        .filter(each -> ActivityTypes.TASK_USER_TASK.equals(each.getActivityType()))
                        .map(ActivityInstance::getId)
                : Stream.of(in.getChildActivityInstances()).flatMap(UndoneImports::userTasks);
    }

    private String begun(PoamId item, HistoricActivityInstance task) {
        String instance = runtime.createProcessInstanceById(task.getProcessDefinitionId())
                .businessKey(item.text())
                .setVariable(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .startBeforeActivity(task.getActivityId())
                .execute()
                .getId();
        register.runIn(Map.of(item, instance));
        return instance;
    }

    /** Whoever had claimed the task has it again. */
    private void giveBack(String instance, String taskKey, @Nullable String assignee) {
        List.copyOf(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(taskKey)
                        .list())
                .stream()
                .filter(task -> assignee != null && task.getAssignee() == null)
                .forEach(task -> tasks.setAssignee(task.getId(), assignee));
    }
}
