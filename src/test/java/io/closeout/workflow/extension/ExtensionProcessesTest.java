package io.closeout.workflow.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApprovalProcess;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The item and its request, each in its own process. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:extension-processes;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class ExtensionProcessesTest {

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Register register;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    People people;

    @Autowired
    Acting acting;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService jobs;

    @Autowired
    Notices notices;

    PoamId item = new PoamId("POA-2000-001");

    @BeforeEach
    void anItemInProgress() {
        item = byHand.open(
                        new ItemByHand(
                                "Shared accounts",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                calendar.today(),
                                Track.OPERATIONAL,
                                List.of()),
                        person("issm"))
                .id();
        complete(
                "issm",
                item.text(),
                RemediatePoamItem.TASK_TRIAGE,
                Map.of(
                        TaskForms.PRIORITY,
                        "HIGH",
                        TaskForms.OWNER_GROUP,
                        "remediator",
                        TaskForms.OWNER_ID,
                        "it",
                        TaskForms.TRACK,
                        "OPERATIONAL"));
        complete(
                "it",
                item.text(),
                RemediatePoamItem.TASK_PLAN,
                Map.of(
                        TaskForms.OWNER_ID,
                        "it",
                        TaskForms.ESTIMATED_HOURS,
                        4,
                        TaskForms.RESOURCES,
                        "None",
                        TaskForms.REMEDIATION_PLAN,
                        "One account each",
                        TaskForms.MILESTONES,
                        "[{\"description\":\"Accounts made\",\"due\":\"" + inDays(10) + "\"}]",
                        TaskForms.PLANNED_COMPLETION,
                        inDays(10).toString(),
                        TaskForms.RESIDUAL_RISK,
                        "LOW"));
        complete("issm", item.text(), RemediatePoamItem.TASK_SIGN_OFF, Map.of(TaskForms.DECISION, "approve"));
    }

    @Test
    void anAskedExtensionIsATaskOfTheIssmThatNamesTheItemAndIsDueByTheTable() {
        ExtensionRequest request = ask(20);

        Task task = task(request, ApproveExtension.TASK_DECIDE);
        assertThat(task.getName()).isEqualTo("Decide extension: Shared accounts");
        assertThat(dayOf(task.getDueDate())).isEqualTo(inDays(3));
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .isEqualTo(Map.of(
                        ApprovalProcess.VARIABLE_REQUEST_ID, request.id(),
                        ApprovalProcess.VARIABLE_ITEM_ID, item.text()));
        assertThat(task(item.text(), RemediatePoamItem.TASK_REMEDIATE)).isNotNull();
    }

    @Test
    void theFormShowsTheItemAndTheRequest() {
        Task task = task(ask(45), ApproveExtension.TASK_DECIDE);

        var shown = acting.as(person("issm"), () -> forms.getTaskFormVariables(task.getId()));

        assertThat(shown.get("item").toString()).contains("Shared accounts", item.text());
        assertThat(shown.get("request").toString())
                .contains("Part is on back order", inDays(45).toString(), "ISSM and leadership", "not known");
    }

    @Test
    void anApprovalMovesTheItemsTimerAndTheDueDateOfItsTask() {
        ExtensionRequest request = ask(30);
        Date reminder = timer();

        decide("issm", request, ApproveExtension.TASK_DECIDE, "approve");

        assertThat(register.get(item).plannedCompletion()).contains(inDays(30));
        assertThat(dayOf(task(item.text(), RemediatePoamItem.TASK_REMEDIATE).getDueDate()))
                .isEqualTo(inDays(30));
        assertThat(timer()).isAfter(reminder);
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void leadershipSignsLargeOnesAsWell() {
        ExtensionRequest request = ask(60);

        decide("issm", request, ApproveExtension.TASK_DECIDE, "approve");
        assertThat(register.get(item).plannedCompletion()).contains(inDays(10));
        decide("leader", request, ApproveExtension.TASK_LEADERSHIP_DECIDE, "approve");

        assertThat(register.get(item).plannedCompletion()).contains(inDays(60));
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void aRefusalNeedsAReasonAndEndsTheProcess() {
        ExtensionRequest request = ask(20);

        assertThatThrownBy(() -> complete(
                        "issm", key(request), ApproveExtension.TASK_DECIDE, Map.of(TaskForms.DECISION, "refuse")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why");
        decide("issm", request, ApproveExtension.TASK_DECIDE, "refuse");

        assertThat(register.get(item).plannedCompletion()).contains(inDays(10));
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void whoAskedDoesNotDecide() {
        ExtensionRequest request = requests.ask(item, until(20), person("issm"));

        assertThatThrownBy(() -> decide("issm", request, ApproveExtension.TASK_DECIDE, "approve"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("somebody else decides");
        assertThat(isRunning(request)).isTrue();
    }

    @Test
    void aClosedItemTakesItsRequestAlong() {
        ExtensionRequest request = ask(20);

        register.absenceProved(item, "A scan", Actor.system("import"));

        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(requests.get(request.id()).state()).isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void whoDecidesIsRemindedInTheMorningAfterTwoDays() {
        Job timer = reminder(ask(20));

        assertThat(timer.getDuedate())
                .isEqualTo(Date.from(calendar.startOf(inDays(2)).plus(8, ChronoUnit.HOURS)));
    }

    @Test
    void whatWasMissedIsToldOnceToThoseWhomTheTableNames() {
        ClockUtil.setCurrentTime(Date.from(calendar.now().minus(7, ChronoUnit.DAYS)));
        ExtensionRequest request = ask(20);
        ClockUtil.reset();

        jobs.executeJob(reminder(request).getId());
        jobs.executeJob(reminder(request).getId());

        String subject = "task:" + task(request, ApproveExtension.TASK_DECIDE).getId();
        assertThat(told("issm", subject))
                .containsExactly("taskReminder " + inDays(-1) + " Decide extension: Shared accounts waits since "
                        + inDays(-7) + ".");
        assertThat(told("leader", subject))
                .hasSize(1)
                .allMatch(each -> each.startsWith("taskEscalation " + inDays(-1)));
    }

    @Test
    void whoAskedHearsWhatWasDecidedAndWhy() {
        ExtensionRequest request = ask(20);

        decide("issm", request, ApproveExtension.TASK_DECIDE, "refuse");

        assertThat(told("it", item.subject()))
                .contains("requestRefused " + calendar.today() + " " + item
                        + ": your request for more time is refused: For the record");
    }

    private Job reminder(ExtensionRequest request) {
        return jobs.createJobQuery()
                .processInstanceId(task(request, ApproveExtension.TASK_DECIDE).getProcessInstanceId())
                .timers()
                .singleResult();
    }

    private List<String> told(String person, String subject) {
        return notices.recentFor(people.get(person), 50).stream()
                .filter(each -> each.subject().equals(subject))
                .map(each -> each.kind() + " " + each.dueOn() + " " + each.text())
                .toList();
    }

    @RepeatedTest(3)
    void aDecisionAndAClosureAtOnceLeaveNothingBehind() throws Exception {
        ExtensionRequest request = ask(20);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> decision = threads.submit(() -> {
            start.await();
            decide("issm", request, ApproveExtension.TASK_DECIDE, "approve");
            return null;
        });
        Future<?> closure = threads.submit(() -> {
            start.await();
            register.absenceProved(item, "A scan", Actor.system("import"));
            return null;
        });

        start.countDown();
        boolean decided = succeeded(decision);
        boolean closed = succeeded(closure);
        threads.shutdownNow();

        assertThat(decided || closed).isTrue();
        ApprovalState state = requests.get(request.id()).state();
        assertThat(state).isEqualTo(decided ? ApprovalState.APPROVED : ApprovalState.WITHDRAWN);
        assertThat(register.get(item).plannedCompletion()).contains(inDays(decided ? 20 : 10));
        assertThat(register.get(item).status().isOpen()).isEqualTo(!closed);
        assertThat(isRunning(request)).isFalse();
    }

    private static boolean succeeded(Future<?> work) throws Exception {
        try {
            work.get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException lost) {
            return false;
        }
    }

    private ExtensionRequest ask(int days) {
        return requests.ask(item, until(days), person("it"));
    }

    private MoreTime until(int days) {
        return MoreTime.asked("Part is on back order", inDays(days), "Passwords are changed weekly");
    }

    private void decide(String who, ExtensionRequest request, String task, String decision) {
        complete(who, key(request), task, Map.of(TaskForms.DECISION, decision, TaskForms.REASON, "For the record"));
    }

    private void complete(String who, String key, String task, Map<String, Object> answers) {
        String id = task(key, task).getId();
        acting.as(person(who), () -> tasks.complete(id, answers));
    }

    private Task task(ExtensionRequest request, String task) {
        return task(key(request), task);
    }

    private Task task(String key, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private boolean isRunning(ExtensionRequest request) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(request), ApproveExtension.KEY)
                        .count()
                > 0;
    }

    private Date timer() {
        return jobs.createJobQuery()
                .processInstanceId(register.get(item).processInstanceId().orElseThrow())
                .timers()
                .singleResult()
                .getDuedate();
    }

    private static String key(ExtensionRequest request) {
        return Long.toString(request.id());
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }

    private LocalDate dayOf(Date date) {
        return calendar.dateOf(date.toInstant());
    }

    private LocalDate inDays(int days) {
        return calendar.today().plusDays(days);
    }
}
