package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Decisions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever should work a task for which {@code taskReminders} has rows hears of it on each of their days, and so do those above. */
@Component
@Profile("drill")
@Order(2)
class TaskReminderNotices implements Exercise {

    private final Decisions decisions;
    private final TaskService tasks;
    private final RepositoryService models;
    private final PolicyCalendar calendar;
    private final Map<String, String> processes = new HashMap<>();

    TaskReminderNotices(Decisions decisions, TaskService tasks, RepositoryService models, PolicyCalendar calendar) {
        this.decisions = decisions;
        this.tasks = tasks;
        this.models = models;
        this.calendar = calendar;
    }

    @Override
    public String title() {
        return "Tasks of requests and reviews do not wait unnoticed";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return tasks.createTaskQuery().active().list().stream()
                .flatMap(task -> reminders(task, day))
                .toList();
    }

    private Stream<Expected> reminders(Task task, LocalDate day) {
        LocalDate made = calendar.dateOf(task.getCreateTime().toInstant());
        return TableRow.all(decisions, "taskReminders", inputs(task))
                .filter(row -> row.fallsOn(day, made, "afterDays", "everyDays"))
                .flatMap(row -> audience(row.word("audience"), task)
                        .map(who -> new Expected(
                                day,
                                "task:" + task.getId(),
                                Channel.NOTICE,
                                row.word("kind"),
                                who,
                                row.word("source"))));
    }

    private Map<String, String> inputs(Task task) {
        String model = task.getProcessDefinitionId();
        String process = processes.computeIfAbsent(
                model, id -> models.getProcessDefinition(id).getKey());
        return Map.of("process", process, "task", task.getTaskDefinitionKey());
    }

    private Stream<String> audience(String word, Task task) {
        return switch (word) {
            case "ISSM" -> Stream.of(Group.ISSM.id());
            case "LEADERSHIP" -> Stream.of(Group.LEADERSHIP.id());
            case "ADMINISTRATOR" -> Stream.of(Group.CAMUNDA_ADMIN.id());
            default -> task.getAssignee() == null ? groups(task) : Stream.of(task.getAssignee());
        };
    }

    private Stream<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null);
    }
}
