package io.closeout.workflow.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSettings;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemSummary;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.Judgement;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorOutcome;
import io.closeout.review.vendor.VendorState;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.testing.WithMovableClock;
import io.closeout.web.MovableClock;
import io.closeout.workflow.Acting;
import io.closeout.workflow.FollowVendor;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A wait from its approval to the release with the clock moved. The item is High: 30 days from detection, or from the release. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:vendor-processes;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@Import(WithMovableClock.class)
@DirtiesContext
class VendorProcessesTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
    private static final String NOTES = "https://northline.example/notes/4-2";

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Register register;

    @Autowired
    ItemSearch search;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    VendorDependencies vendors;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    Organization organization;

    @Autowired
    OrganizationSettings settings;

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

    @Autowired
    MovableClock clock;

    private PoamId item = new PoamId("POA-2000-001");
    private long request;
    private LocalDate granted = LocalDate.EPOCH;

    @BeforeEach
    void anItemThatWaitsForItsVendor() {
        granted = calendar.today();
        item = byHand.open(
                        new ItemByHand(
                                "Controller with a hole",
                                null,
                                Severity.HIGH,
                                null,
                                "Walkthrough",
                                granted,
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
                        "New firmware",
                        TaskForms.MILESTONES,
                        "[{\"description\":\"Firmware installed\",\"due\":\"" + inDays(10) + "\"}]",
                        TaskForms.PLANNED_COMPLETION,
                        inDays(10).toString(),
                        TaskForms.RESIDUAL_RISK,
                        "LOW"));
        complete("issm", item.text(), RemediatePoamItem.TASK_SIGN_OFF, Map.of(TaskForms.DECISION, "approve"));
        request = waiting().id();
    }

    private ExtensionRequest waiting() {
        AwaitedFix fix =
                AwaitedFix.asked("Northline Controls", "PLC firmware", "https://northline.example/case/4711", null);
        ExtensionRequest asked = requests.ask(
                item, MoreTime.asked("No firmware yet", inDays(20), "In a zone of its own", fix), person("it"));
        Task decision = tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(asked.id()))
                .singleResult();
        acting.as(person("issm"), () -> forms.submitTaskForm(decision.getId(), Map.of(TaskForms.DECISION, "approve")));
        return asked;
    }

    @AfterEach
    void theEngineRunsOn() {
        ClockUtil.reset();
    }

    @Test
    void theOwnerIsAskedFiveDaysBeforeTheCheckInRunsOut() {
        assertThat(task()).isNull();
        assertThat(timer().getDuedate())
                .isEqualTo(Date.from(calendar.startOf(inDays(25)).plus(8, ChronoUnit.HOURS)));

        afterDays(25);

        assertThat(task().getName()).isEqualTo("Check in with vendor: Controller with a hole");
        assertThat(task().getAssignee()).isEqualTo("it");
        assertThat(task().getDueDate())
                .isEqualTo(Date.from(calendar.startOf(inDays(31)).minusSeconds(1)));
        var shown = acting.as(person("it"), () -> forms.getTaskFormVariables(task().getId()));
        assertThat(shown.get("request").toString())
                .contains(
                        "Northline Controls",
                        "PLC firmware",
                        "not known",
                        inDays(30).toString());
    }

    @Test
    void anotherTimeZoneMovesTheCheckInWithIt() throws Exception {
        ZoneId before = organization.zone();
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        try {
            settings.change(organization.name(), tokyo, null, ADMIN);

            LocalDateTime expected = inDays(25).atTime(8, 0);
            Instant end = Instant.now().plusSeconds(30);
            while (!timer().getDuedate()
                    .toInstant()
                    .equals(expected.atZone(tokyo).toInstant())) {
                assertThat(Instant.now())
                        .as(timer().getDuedate() + " instead of " + expected)
                        .isBefore(end);
                Thread.sleep(50);
            }
        } finally {
            settings.change(organization.name(), before, null, ADMIN);
        }
    }

    @Test
    void anItemPastItsDateIsNotOverdueUntilACheckInWasMissed() {
        clock.move(Duration.ofDays(30));
        assertThat(register.get(item).due()).isBefore(calendar.today());
        assertOverdue(false);

        clock.move(Duration.ofDays(1));
        assertOverdue(true);
        assertThat(remediationDue()).isEqualTo(inDays(30));
    }

    @Test
    void theItemsTimerAndTaskFollowTheWait() {
        assertThat(remediationDue()).isEqualTo(inDays(30));
        afterDays(25);
        answer(Map.of(
                FollowVendor.OUTCOME,
                "NOT_YET",
                FollowVendor.EXPECTED_RELEASE,
                inDays(80).toString()));

        assertThat(register.get(item).vendorWaitUntil()).contains(inDays(55));
        assertThat(remediationDue()).isEqualTo(inDays(55));
        assertThat(timer().getDuedate())
                .isEqualTo(Date.from(calendar.startOf(inDays(50)).plus(8, ChronoUnit.HOURS)));
        assertThat(task()).isNull();
    }

    @Test
    void aMissedCheckInIsToldToTheOwnerAndThenToTheIssmAndMayStillBeMadeUpFor() {
        afterDays(25);
        Job reminder = timer();
        assertThat(reminder.getDuedate())
                .isEqualTo(Date.from(calendar.startOf(inDays(27)).plus(8, ChronoUnit.HOURS)));
        clock.move(Duration.ofDays(6));
        assertOverdue(true);

        jobs.executeJob(reminder.getId());

        String subject = "task:" + task().getId();
        assertThat(told("issm", subject)).containsExactly("taskEscalation");
        assertThat(told("it", subject)).containsExactly("taskReminder");

        answer(Map.of(FollowVendor.OUTCOME, "NOT_YET"));
        assertOverdue(false);
        assertThat(register.get(item).vendorWaitUntil()).contains(inDays(61));
    }

    @Test
    void aReleaseStartsANewClockAndEndsTheCheckIns() {
        afterDays(25);

        answer(Map.of(
                FollowVendor.OUTCOME,
                "RELEASED",
                FollowVendor.RELEASED_ON,
                inDays(22).toString(),
                FollowVendor.LINK,
                NOTES));

        assertThat(register.get(item).deadline()).isEqualTo(inDays(52));
        assertThat(register.get(item).originalCompletion()).contains(inDays(10));
        assertThat(remediationDue()).isEqualTo(inDays(52));
        assertThat(isRunning()).isFalse();
        assertThat(told("issm", item.subject())).contains("vendorReleased");
    }

    @Test
    void aVendorWithoutAFixEndsTheCheckInsAndTheIssmHears() {
        afterDays(25);
        answer(Map.of(FollowVendor.OUTCOME, "NO_FIX"));

        assertThat(register.get(item).due()).isEqualTo(inDays(20));
        assertOverdue(true);
        assertThat(isRunning()).isFalse();
        assertThat(told("issm", item.subject())).contains("vendorWithoutFix");
    }

    @Test
    void anAnswerWithoutWhatItNeedsIsRefusedAndTheTaskStays() {
        afterDays(25);
        assertThatThrownBy(() -> answer(Map.of(
                        FollowVendor.OUTCOME,
                        "RELEASED",
                        FollowVendor.RELEASED_ON,
                        inDays(25).toString())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("release notes");
        assertThat(task()).isNotNull();
        assertThat(vendors.get(request).answers()).isEmpty();
    }

    @Test
    void anAnswerFromThePageMovesTheTimerOrTakesTheTaskAway() {
        clock.move(Duration.ofDays(3));
        vendors.report(item, notYet(), person("it"));
        assertThat(timer().getDuedate())
                .isEqualTo(Date.from(calendar.startOf(inDays(28)).plus(8, ChronoUnit.HOURS)));

        clock.move(Duration.ofDays(25));
        jobs.executeJob(timer().getId());
        assertThat(task()).isNotNull();
        vendors.report(item, notYet(), person("it"));
        assertThat(task()).isNull();
        assertThat(isRunning()).isTrue();

        vendors.report(
                item,
                CheckIn.told(calendar.today(), VendorOutcome.RELEASED, "It is out", null, calendar.today(), NOTES),
                person("it"));
        assertThat(isRunning()).isFalse();
    }

    @Test
    void anItemThatIsGoneTakesTheCheckInsAlong() {
        afterDays(25);
        register.absenceProved(item, "A scan", Actor.system("import"));

        assertThat(register.get(item).status().isOpen()).isFalse();
        assertThat(vendors.get(request).state()).isEqualTo(VendorState.ENDED);
        assertThat(isRunning()).isFalse();
    }

    @Test
    void aLaterWaitReplacesTheCheckIns() {
        long first = request;
        AwaitedFix fix = AwaitedFix.asked("Northline", "PLC firmware 5", "https://northline.example/case/9", null);
        ExtensionRequest second =
                requests.ask(item, MoreTime.asked("Again", inDays(30), "In a zone of its own", fix), person("it"));
        requests.decide(second.id(), new Judgement(true, null), person("issm"));
        requests.decide(second.id(), new Judgement(true, null), person("leader"));

        assertThat(isRunning()).isFalse();
        request = second.id();
        assertThat(isRunning()).isTrue();
        assertThat(vendors.get(first).state()).isEqualTo(VendorState.ENDED);
    }

    @RepeatedTest(3)
    void aTasksAnswerAndAClosureAtOnceLeaveNothingBehind() throws Exception {
        afterDays(25);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> answer = threads.submit(() -> {
            start.await();
            answer(Map.of(FollowVendor.OUTCOME, "NOT_YET"));
            return null;
        });
        Future<?> closure = threads.submit(() -> {
            start.await();
            register.absenceProved(item, "A scan", Actor.system("import"));
            return null;
        });

        start.countDown();
        boolean answered = succeeded(answer);
        boolean closed = succeeded(closure);
        threads.shutdownNow();

        assertThat(answered || closed).isTrue();
        assertThat(vendors.get(request).answers()).hasSize(answered ? 1 : 0);
        assertThat(register.get(item).status().isOpen()).isEqualTo(!closed);
        assertThat(isRunning()).isEqualTo(!closed);
        assertThat(register.get(item).vendorWaitUntil().isPresent()).isEqualTo(!closed);
    }

    private static boolean succeeded(Future<?> work) throws Exception {
        try {
            work.get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException lost) {
            return false;
        }
    }

    private CheckIn notYet() {
        return CheckIn.told(calendar.today(), VendorOutcome.NOT_YET, "They work on it", null, null, null);
    }

    /** Up to the moment at which the owner is asked. */
    private void afterDays(int days) {
        clock.move(Duration.ofDays(days));
        ClockUtil.setCurrentTime(Date.from(calendar.now()));
        jobs.executeJob(timer().getId());
    }

    private void answer(Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(FollowVendor.ASKED_ON, calendar.today().toString());
        all.put(FollowVendor.ANSWER, "As they say");
        acting.as(person("it"), () -> forms.submitTaskForm(task().getId(), all));
    }

    private void complete(String who, String key, String task, Map<String, Object> answers) {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        acting.as(person(who), () -> forms.submitTaskForm(id, answers));
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processDefinitionKey(FollowVendor.KEY)
                .processInstanceBusinessKey(Long.toString(request))
                .singleResult();
    }

    private Job timer() {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(Long.toString(request), FollowVendor.KEY)
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).timers().singleResult();
    }

    private boolean isRunning() {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(request), FollowVendor.KEY)
                        .count()
                > 0;
    }

    private LocalDate remediationDue() {
        Task remediate = tasks.createTaskQuery()
                .processInstanceBusinessKey(item.text())
                .taskDefinitionKey(RemediatePoamItem.TASK_REMEDIATE)
                .singleResult();
        return calendar.dateOf(remediate.getDueDate().toInstant());
    }

    private void assertOverdue(boolean expected) {
        assertThat(search.find(ItemFilter.OVERDUE, new PageRequest(0, PageRequest.LARGEST, ""))
                        .items())
                .extracting(ItemSummary::id)
                .satisfies(found -> assertThat(found.contains(item.text())).isEqualTo(expected));
    }

    private List<String> told(String person, String subject) {
        return notices.recentFor(people.get(person), 50).stream()
                .filter(each -> each.subject().equals(subject))
                .map(Notices.Notice::kind)
                .toList();
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }

    /** From the day of the approval. */
    private LocalDate inDays(int days) {
        return granted.plusDays(days);
    }
}
