package io.closeout.workflow.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.workflow.RemediatePoamItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks with the items they are about. Reading them needs no engine authorisation: callers ask for one person's or one item's. */
@Component
class TaskLines {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final TaskService tasks;
    private final Register register;
    private final People people;
    private final PolicyCalendar calendar;

    TaskLines(TaskService tasks, Register register, People people, PolicyCalendar calendar) {
        this.tasks = tasks;
        this.register = register;
        this.people = people;
        this.calendar = calendar;
    }

    /** Assigned to the person, most urgent first. */
    List<TaskLine> mine(Person person, int most) {
        return lines(
                urgentFirst(tasks.createTaskQuery().taskAssignee(person.id())).listPage(0, most));
    }

    long countMine(Person person) {
        return tasks.createTaskQuery().taskAssignee(person.id()).count();
    }

    /** Open to a group of the person and taken by nobody. */
    List<TaskLine> ofMyGroups(Person person, int most) {
        return groups(person).isEmpty()
                ? List.of()
                : lines(urgentFirst(unclaimed(person)).listPage(0, most));
    }

    long countOfMyGroups(Person person) {
        return groups(person).isEmpty() ? 0 : unclaimed(person).count();
    }

    List<TaskLine> of(PoamItem item) {
        return item.processInstanceId()
                .map(instance -> lines(
                        tasks.createTaskQuery().processInstanceId(instance).list()))
                .orElse(List.of());
    }

    private TaskQuery unclaimed(Person person) {
        return tasks.createTaskQuery().taskCandidateGroupIn(groups(person)).taskUnassigned();
    }

    private static List<String> groups(Person person) {
        return person.groups().stream().map(group -> group.id()).toList();
    }

    private static TaskQuery urgentFirst(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskPriority().desc();
    }

    private List<TaskLine> lines(List<Task> found) {
        Map<String, String> itemIds = found.stream().collect(Collectors.toMap(Task::getId, this::itemId));
        Map<String, PoamItem> items = register.all(itemIds.values());
        return found.stream()
                .map(task -> line(task, items.get(itemIds.get(task.getId()))))
                .filter(Objects::nonNull)
                .toList();
    }

    private String itemId(Task task) {
        return Objects.toString(tasks.getVariable(task.getId(), RemediatePoamItem.VARIABLE_ITEM_ID), "");
    }

    private @Nullable TaskLine line(Task task, @Nullable PoamItem item) {
        if (item == null) {
            return null;
        }
        String assignee = task.getAssignee() == null
                ? null
                : people.find(task.getAssignee()).map(Person::name).orElse(task.getAssignee());
        return new TaskLine(
                task.getName(),
                item.id().text(),
                TASKLIST + task.getId(),
                item.due(),
                item.isOverdue(calendar.today()),
                assignee);
    }
}
