package io.closeout.workflow.remind;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.TaskReminders;
import io.closeout.policy.TaskReminders.Reminder;
import io.closeout.workflow.Step;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;

/** Tells people of the tasks of this process that still wait, each row of the table once a day at most. */
@Step("remindPeople")
class RemindPeople implements JavaDelegate {

    private final TaskReminders table;
    private final Notices notices;
    private final TaskService tasks;
    private final PolicyCalendar calendar;

    RemindPeople(TaskReminders table, Notices notices, @Lazy TaskService tasks, PolicyCalendar calendar) {
        this.table = table;
        this.notices = notices;
        this.tasks = tasks;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> table.of(process, task.getTaskDefinitionKey()).forEach(row -> remind(task, row)));
    }

    private void remind(Task task, Reminder row) {
        LocalDate made = calendar.dateOf(task.getCreateTime().toInstant());
        row.latest(made, calendar.today()).ifPresent(day -> audiences(task, row)
                .forEach(audience -> notices.tell(
                        "task:" + task.getId(),
                        row.kind(),
                        day,
                        audience,
                        "%s waits since %s.".formatted(task.getName(), made))));
    }

    private List<String> audiences(Task task, Reminder row) {
        return switch (row.audience()) {
            case DECIDERS -> task.getAssignee() == null ? candidates(task) : List.of(task.getAssignee());
            case ISSM -> List.of(Group.ISSM.id());
            case LEADERSHIP -> List.of(Group.LEADERSHIP.id());
            case ADMINISTRATOR -> List.of(Group.CAMUNDA_ADMIN.id());
        };
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }
}
