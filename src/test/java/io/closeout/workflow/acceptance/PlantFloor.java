package io.closeout.workflow.acceptance;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.shared.Severity;
import io.closeout.testing.SetClock;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A plant with one unsupported controller, its people, and a clock that is set. Days count from the first day of the story. */
@TestComponent
class PlantFloor {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private final ItemsByHand byHand;
    private final Register register;
    private final AcceptanceRequests requests;
    private final Notices notices;
    private final PolicyCalendar calendar;
    private final People people;
    private final Acting acting;
    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final SetClock clock;

    PlantFloor(
            ItemsByHand byHand,
            Register register,
            AcceptanceRequests requests,
            Notices notices,
            PolicyCalendar calendar,
            People people,
            Acting acting,
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ManagementService jobs,
            SetClock clock) {
        this.byHand = byHand;
        this.register = register;
        this.requests = requests;
        this.notices = notices;
        this.calendar = calendar;
        this.people = people;
        this.acting = acting;
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
    }

    static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }

    /** At nine in the morning; everything that fell due for the item until then happens in its order, at its own time. */
    void morningOf(int number, PoamId item) {
        Instant nine = nineOn(day(number));
        for (Job due = nextDue(item, nine); due != null; due = nextDue(item, nine)) {
            set(due.getDuedate().toInstant());
            jobs.executeJob(due.getId());
        }
        set(nine);
    }

    void begin() {
        set(nineOn(FIRST_DAY));
    }

    /** An hour after notices and reviews fall due. */
    private Instant nineOn(LocalDate day) {
        return calendar.startOf(day).plus(9, ChronoUnit.HOURS);
    }

    private void set(Instant moment) {
        clock.set(moment.toString());
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private @Nullable Job nextDue(PoamId item, Instant until) {
        return timers(item)
                .filter(job -> !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }

    private Stream<Job> timers(PoamId item) {
        return instances(item)
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).timers().list().stream());
    }

    private Stream<String> instances(PoamId item) {
        return runtime
                .createProcessInstanceQuery()
                .variableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                .list()
                .stream()
                .map(ProcessInstance::getId);
    }

    /** The day on which the timer at that place fires. */
    LocalDate timerAt(PoamId item, String element) {
        return instances(item)
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance).activityId(element).list().stream())
                .map(job -> calendar.dateOf(job.getDuedate().toInstant()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer at " + element));
    }

    /** High, found on the first day, planned to be replaced in half a year, signed off by the ISSM and by leadership. */
    PoamId anUnsupportedController() {
        PoamId item = byHand.open(
                        new ItemByHand(
                                "Press controller: firmware without support",
                                "The maker ended support; the built-in password is public.",
                                Severity.HIGH,
                                null,
                                "Plant walk-down",
                                FIRST_DAY,
                                Track.OPERATIONAL,
                                List.of()),
                        person("issm"))
                .id();
        complete(
                "issm",
                item,
                RemediatePoamItem.TASK_TRIAGE,
                Map.of(
                        TaskForms.PRIORITY, "HIGH",
                        TaskForms.OWNER_GROUP, "remediator",
                        TaskForms.OWNER_ID, "ot",
                        TaskForms.TRACK, "OPERATIONAL"));
        complete(
                "ot",
                item,
                RemediatePoamItem.TASK_PLAN,
                Map.of(
                        TaskForms.OWNER_ID, "ot",
                        TaskForms.ESTIMATED_HOURS, 120,
                        TaskForms.RESOURCES, "Press builder, one week of standstill",
                        TaskForms.REMEDIATION_PLAN, "Shield the controller now, replace it in the summer break.",
                        TaskForms.MILESTONES,
                                "[{\"description\":\"Segment in place\",\"due\":\"%s\"},{\"description\":\"Controller replaced\",\"due\":\"%s\"}]"
                                        .formatted(day(14), day(180)),
                        TaskForms.PLANNED_COMPLETION, day(180).toString(),
                        TaskForms.RESIDUAL_RISK, "MEDIUM"));
        approve("issm", item, RemediatePoamItem.TASK_SIGN_OFF);
        approve("leader", item, RemediatePoamItem.TASK_LEADERSHIP_SIGN_OFF);
        return item;
    }

    long ask(String who, PoamId item, WantedAcceptance wanted) {
        return requests.ask(item, wanted, person(who)).id();
    }

    void approve(String who, PoamId item, String task) {
        complete(who, item, task, Map.of(TaskForms.DECISION, "approve"));
    }

    /** @param answers {@code holds} or {@code lapsed} for each control, in their order */
    void keep(String who, PoamId item, String task, String... answers) {
        complete(who, item, task, Map.of(AcceptRisk.FIELD_STANDS, "keep", AcceptRisk.FIELD_CONTROLS, rows(answers)));
    }

    private static String rows(String... answers) {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < answers.length; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"number\":\"%d\",\"answer\":\"%s\"}".formatted(i + 1, answers[i]));
        }
        return rows.append("]").toString();
    }

    void complete(String who, PoamId item, String task, Map<String, Object> answers) {
        String id = task(item, task).getId();
        acting.as(person(who), () -> tasks.complete(id, answers));
    }

    /** What the form of the task shows of the request. */
    String shown(String who, PoamId item, String task) {
        String id = task(item, task).getId();
        return acting.as(
                person(who), () -> forms.getTaskFormVariables(id).get("request").toString());
    }

    Task task(PoamId item, String task) {
        Task found = query(item).taskDefinitionKey(task).singleResult();
        if (found == null) {
            throw new AssertionError("No task " + task + " but " + waiting(item));
        }
        return found;
    }

    List<String> waiting(PoamId item) {
        return query(item).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private TaskQuery query(PoamId item) {
        return tasks.createTaskQuery().processVariableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text());
    }

    boolean isAnythingRunning(PoamId item) {
        return runtime.createProcessInstanceQuery()
                        .variableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                        .count()
                > 0;
    }

    List<String> told(String who, PoamId item) {
        return notices.recentFor(people.get(who), 1000).stream()
                .filter(each -> each.subject().equals(item.subject()))
                .map(each -> each.kind() + " " + each.dueOn())
                .toList();
    }

    /** A scan after the replacement looks for it and does not find it. */
    void isProvedAbsent(PoamId item) {
        register.absenceProved(item, "A scan of the press segment", Actor.system("import"));
    }

    Actor person(String id) {
        return people.get(id).through("tasklist");
    }
}
