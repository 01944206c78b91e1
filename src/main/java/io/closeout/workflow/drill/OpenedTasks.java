package io.closeout.workflow.drill;

import io.closeout.access.PolicyCalendar;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.ReviewPoam;
import io.closeout.workflow.TrackConditionalStatus;
import io.closeout.workflow.UpdateStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tasks that opened, for whom, and which story each of them belongs to. */
@Component
@Profile("drill")
class OpenedTasks {

    private static final String TASK = "task:";
    private static final String ITEM = "item:";
    /** How notices and the ledger name what a process is about, before its business key. */
    private static final Map<String, String> SUBJECTS =
            Map.of(UpdateStatus.KEY, "statusRound:", ReviewPoam.KEY, "review:", TrackConditionalStatus.KEY, "cmmc:");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final PolicyCalendar calendar;
    private final Map<String, String> stories = new HashMap<>();

    OpenedTasks(TaskService tasks, RuntimeService runtime, RepositoryService models, PolicyCalendar calendar) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
        this.calendar = calendar;
    }

    /** Those that were not there at the last call. */
    List<Happening> opened() {
        return tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream()
                .filter(task -> !stories.containsKey(TASK + task.getId()))
                .map(this::opened)
                .toList();
    }

    /** @param subject as notices and the ledger name it */
    String storyOf(String subject) {
        return subject.startsWith(ITEM)
                ? subject.substring(ITEM.length())
                : stories.getOrDefault(subject, subject.startsWith(TASK) ? "" : subject);
    }

    private Happening opened(Task task) {
        Happening opened = happening(task);
        stories.put(TASK + task.getId(), opened.story());
        stories.put(opened.subject(), opened.story());
        String process = opened.subject();
        if (SUBJECTS.containsKey(process)) {
            stories.put(SUBJECTS.get(process) + businessKey(task), opened.story());
        }
        return opened;
    }

    private Happening happening(Task task) {
        LocalDate day = calendar.dateOf(task.getCreateTime().toInstant());
        Object item = runtime.getVariable(task.getExecutionId(), RemediatePoamItem.VARIABLE_ITEM_ID);
        ProcessDefinition process = models.getProcessDefinition(task.getProcessDefinitionId());
        String key = businessKey(task);
        return new Happening(
                day,
                day,
                item == null ? process.getKey() : ITEM + item,
                item == null ? process.getName() + " " + key : item.toString(),
                Channel.TASK,
                task.getTaskDefinitionKey(),
                audience(task),
                task.getName());
    }

    private String audience(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String businessKey(Task task) {
        return Objects.requireNonNullElse(
                runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey(),
                "");
    }
}
