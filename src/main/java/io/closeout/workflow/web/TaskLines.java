package io.closeout.workflow.web;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamItem;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.RequestKind;
import io.closeout.workflow.RemediatePoamItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Tasks with what they are about. Reading them needs no engine authorisation: callers ask for one person's or one item's. */
@Component
class TaskLines {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final TaskService tasks;
    private final Approvals approvals;
    private final People people;
    private final PolicyCalendar calendar;

    TaskLines(TaskService tasks, Approvals approvals, People people, PolicyCalendar calendar) {
        this.tasks = tasks;
        this.approvals = approvals;
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

    /**
     * Those of every process about the item, most urgent first: its own has the key of the item, those of what was asked for it the key of
     * the request. Ids of requests are keys of other processes as well, so the item decides.
     */
    List<TaskLine> of(PoamItem item) {
        Stream<String> requests = Stream.of(RequestKind.values())
                .flatMap(kind -> approvals.of(kind, item.id()).stream())
                .map(request -> Long.toString(request.id()));
        String[] keys = Stream.concat(Stream.of(item.id().text()), requests).toArray(String[]::new);
        TaskQuery query = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(keys)
                .processVariableValueEquals(
                        RemediatePoamItem.VARIABLE_ITEM_ID, item.id().text());
        return lines(urgentFirst(query).list());
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
        return found.stream().map(this::line).toList();
    }

    private TaskLine line(Task task) {
        LocalDate due = task.getDueDate() == null
                ? null
                : calendar.dateOf(task.getDueDate().toInstant());
        return new TaskLine(
                task.getName(),
                (String) tasks.getVariable(task.getId(), RemediatePoamItem.VARIABLE_ITEM_ID),
                TASKLIST + task.getId(),
                due,
                due != null && due.isBefore(calendar.today()),
                task.getAssignee() == null ? null : name(task.getAssignee()),
                task.getAssignee() == null ? groupsOf(task) : "");
    }

    private String groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(id -> Group.withId(id).map(Group::label).orElse(id))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
