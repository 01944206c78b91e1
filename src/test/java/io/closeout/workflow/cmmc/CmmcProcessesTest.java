package io.closeout.workflow.cmmc;

import static io.closeout.workflow.TrackConditionalStatus.TASK_AFFIRM_CONDITIONAL;
import static io.closeout.workflow.TrackConditionalStatus.TASK_AFFIRM_FINAL;
import static io.closeout.workflow.TrackConditionalStatus.TASK_RECORD_CLOSEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.People;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewResult;
import io.closeout.assessment.NewStatus;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.assessment.StatusState;
import io.closeout.notify.Notices;
import io.closeout.notify.Notices.Notice;
import io.closeout.policy.Track;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Scopes;
import io.closeout.shared.Refused;
import io.closeout.testing.SetClock;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import io.closeout.workflow.TrackConditionalStatus;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A status and its clock together. Statuses are dated 2026-03-02: day 180 is 2026-08-29. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:cmmc-processes;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@Import(CmmcProcessesTest.Time.class)
@DirtiesContext
class CmmcProcessesTest {

    private static final LocalDate STATUS_DATE = LocalDate.parse("2026-03-02");
    private static final String LIMITED = "AC.L2-3.1.3";
    private static final String AUDIT = "AU.L2-3.3.3";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SetClock testClock() {
            return new SetClock("2026-03-02T10:00:00Z");
        }
    }

    @Autowired
    SetClock clock;

    @Autowired
    Scopes scopes;

    @Autowired
    Assessments assessments;

    @Autowired
    CmmcStatuses statuses;

    @Autowired
    Register register;

    @Autowired
    Notices notices;

    @Autowired
    Organization organization;

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

    @BeforeEach
    void onTheStatusDate() {
        clock.set("2026-03-02T10:00:00Z");
    }

    @Test
    void aConditionalStatusGivesTwoTasksThatNameItAndAreDueByRuleAndTable() {
        CmmcStatus status = aConditionalStatus();

        assertThat(task(status, TASK_RECORD_CLOSEOUT).getName())
                .startsWith("Record closeout assessment: Conditional Level 2 (Self) of 2026-03-02, ");
        assertThat(dayOf(task(status, TASK_RECORD_CLOSEOUT).getDueDate())).isEqualTo("2026-08-29");
        assertThat(dayOf(task(status, TASK_AFFIRM_CONDITIONAL).getDueDate())).isEqualTo("2026-03-09");
        assertThat(runtime.getVariables(task(status, TASK_RECORD_CLOSEOUT).getProcessInstanceId()))
                .containsOnly(Map.entry(TrackConditionalStatus.VARIABLE_CONDITIONAL, true));
    }

    @Test
    void theFormsShowTheStatusItsEntriesAndTheStatement() {
        CmmcStatus status = aConditionalStatus();

        assertThat(shown("issm", task(status, TASK_RECORD_CLOSEOUT))
                        .get("request")
                        .toString())
                .contains("Control CUI Flow", "2026-08-29", "\"daysLeft\":180", "32 CFR 170.21(b)(1)");
        assertThat(shown("issm", task(status, TASK_RECORD_CLOSEOUT)))
                .containsEntry("assessor", "Mara Lindqvist")
                .containsEntry("assessmentKind", "SELF");
        assertThat(shown("leader", task(status, TASK_AFFIRM_CONDITIONAL))
                        .get("request")
                        .toString())
                .contains("has implemented and will maintain", "170.22(a)(3)(i)");
    }

    @Test
    void theStatusIsClosedOutAffirmedEveryYearAndEndsAfterThree() {
        CmmcStatus status = aConditionalStatus();
        affirm(status, TASK_AFFIRM_CONDITIONAL, "2026-03-03");
        closeOut(status, "2026-05-04", LIMITED);
        assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.CONDITIONAL);

        closeOut(status, "2026-06-01", LIMITED, AUDIT);
        assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.FINAL);
        assertThat(statuses.get(status.id()).statusDate()).isEqualTo(STATUS_DATE);
        assertThat(dayOf(task(status, TASK_AFFIRM_FINAL).getDueDate())).isEqualTo("2026-06-08");
        assertThat(momentOf(timer(status, "Timer_FinalEnds"))).isEqualTo("2029-03-03T00:00");

        affirm(status, TASK_AFFIRM_FINAL, "2026-06-02");
        assertThat(momentOf(timer(status, "Timer_NextAffirmation"))).isEqualTo("2027-01-31T08:00");
        run(status, "Timer_NextAffirmation");
        assertThat(dayOf(task(status, TASK_AFFIRM_FINAL).getDueDate())).isEqualTo("2027-03-02");
        affirm(status, TASK_AFFIRM_FINAL, "2027-02-10");
        assertThat(momentOf(timer(status, "Timer_NextAffirmation"))).isEqualTo("2028-02-01T08:00");
        run(status, "Timer_NextAffirmation");
        affirm(status, TASK_AFFIRM_FINAL, "2028-02-10");

        assertThat(momentOf(timer(status, "Timer_StatusEnds"))).isEqualTo("2029-03-03T00:00");
        run(status, "Timer_StatusEnds");
        assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.EXPIRED);
        assertThat(isRunning(status)).isFalse();
    }

    @Test
    void warningsComeAt90And60And30And14DaysToWhomTheTableNames() {
        CmmcStatus status = aConditionalStatus();
        affirm(status, TASK_AFFIRM_CONDITIONAL, "2026-03-03");

        for (String day : List.of("2026-05-31", "2026-06-30", "2026-07-30", "2026-08-15")) {
            assertThat(momentOf(noticeTimer(status))).isEqualTo(day + "T08:00");
            runNotice(status);
        }

        assertThat(told(status))
                .extracting(Notice::kind, Notice::audience)
                .containsExactlyInAnyOrder(
                        tuple("conditional90", "issm"),
                        tuple("conditional60", "issm"),
                        tuple("conditional30", "issm"),
                        tuple("conditional30/leadership", "leadership"),
                        tuple("conditional14", "issm"),
                        tuple("conditional14/leadership", "leadership"));
        assertThat(momentOf(noticeTimer(status))).as("none is left").startsWith("2036");
    }

    @Test
    void anAffirmationThatIsOpenIsRemindedOfAndEscalatedEveryWeek() {
        CmmcStatus status = aConditionalStatus();

        for (String day : List.of("2026-03-09", "2026-03-10", "2026-03-17")) {
            assertThat(momentOf(noticeTimer(status))).isEqualTo(day + "T08:00");
            runNotice(status);
        }
        assertThat(told(status))
                .extracting(Notice::kind)
                .contains("affirmationDue", "affirmationOverdue", "affirmationOverdue/issm");

        affirm(status, TASK_AFFIRM_CONDITIONAL, "2026-03-18");
        assertThat(momentOf(noticeTimer(status))).isEqualTo("2026-05-31T08:00");
    }

    @Test
    void day180OverExpiresItTellsIssmAndLeadershipAndLeavesTheItemsOpen() {
        CmmcStatus status = aConditionalStatus();
        assertThat(momentOf(timer(status, "Timer_ConditionalEnds"))).isEqualTo("2026-08-30T00:00");

        run(status, "Timer_ConditionalEnds");

        assertThat(statuses.get(status.id()).state()).isEqualTo(StatusState.EXPIRED);
        assertThat(isRunning(status)).isFalse();
        assertThat(told(status))
                .extracting(Notice::kind, Notice::audience)
                .contains(tuple("cmmcStatusExpired", "issm"), tuple("cmmcStatusExpired/leadership", "leadership"));
        assertThat(item(status, LIMITED).status().isOpen()).isTrue();
        assertThat(item(status, LIMITED).track()).isEqualTo(Track.ASSESSMENT);
    }

    @Test
    void aFinalStatusStraightAwayIsAffirmed() {
        CmmcStatus status = recorded(Map.of());

        assertThat(task(status, TASK_AFFIRM_FINAL).getName()).startsWith("Affirm Final status: Final Level 2 (Self)");
        affirm(status, TASK_AFFIRM_FINAL, "2026-03-02");

        assertThat(momentOf(timer(status, "Timer_NextAffirmation"))).isEqualTo("2027-01-31T08:00");
    }

    @Test
    void leadershipAloneAffirms() {
        CmmcStatus status = aConditionalStatus();

        for (String other : List.of("admin", "issm", "it")) {
            assertThatThrownBy(() -> complete(other, status, TASK_AFFIRM_CONDITIONAL, affirmation("2026-03-02")))
                    .as(other)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(statuses.get(status.id()).affirmations()).isEmpty();
    }

    @Test
    void whatTheRulesRefuseLeavesTheTaskOpen() {
        CmmcStatus status = aConditionalStatus();

        assertThatThrownBy(() -> complete("leader", status, TASK_AFFIRM_CONDITIONAL, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Confirm the statement");
        assertThatThrownBy(() -> complete(
                        "issm",
                        status,
                        TASK_RECORD_CLOSEOUT,
                        Map.of(
                                TrackConditionalStatus.ASSESSMENT_KIND,
                                "C3PAO",
                                TrackConditionalStatus.ASSESSOR,
                                "A C3PAO",
                                TrackConditionalStatus.ASSESSED_ON,
                                "2026-03-02")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("32 CFR 170.21(b)(1)");
        assertThat(task(status, TASK_RECORD_CLOSEOUT)).isNotNull();
    }

    @Test
    void aWithdrawnStatusStopsItsClock() {
        CmmcStatus status = aConditionalStatus();

        statuses.withdraw(status.id(), "Recorded for the wrong scope", person("leader"));

        assertThat(isRunning(status)).isFalse();
    }

    @RepeatedTest(3)
    void aCloseoutAndTheEndOfDay180AtOnceLeaveOneOfThem() throws Exception {
        CmmcStatus status = aConditionalStatus();
        clock.set("2026-08-30T05:00:00Z");
        Job end = timer(status, "Timer_ConditionalEnds");
        String closeout = task(status, TASK_RECORD_CLOSEOUT).getId();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> expiry = threads.submit(() -> {
            start.await();
            jobs.executeJob(end.getId());
            return null;
        });
        Future<?> person = threads.submit(() -> {
            start.await();
            acting.as(person("issm"), () -> tasks.complete(closeout, closeout("2026-08-29", LIMITED, AUDIT)));
            return null;
        });

        boolean expired = succeeded(expiry);
        boolean closedOut = succeeded(person);
        threads.shutdownNow();

        assertThat(expired).isNotEqualTo(closedOut);
        assertThat(statuses.get(status.id()).state()).isEqualTo(expired ? StatusState.EXPIRED : StatusState.FINAL);
        assertThat(isRunning(status)).isEqualTo(closedOut);
        assertThat(told(status).stream().anyMatch(each -> each.kind().startsWith("cmmcStatusExpired")))
                .isEqualTo(expired);
    }

    private static boolean succeeded(Future<?> work) throws Exception {
        try {
            work.get(60, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException lost) {
            return false;
        }
    }

    private CmmcStatus aConditionalStatus() {
        return recorded(Map.of(LIMITED, Result.NOT_MET, AUDIT, Result.NOT_MET));
    }

    private CmmcStatus recorded(Map<String, Result> others) {
        String scope = scopes.add(
                        "Clock " + NUMBER.incrementAndGet(),
                        null,
                        new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page"))
                .id();
        List<NewResult> results = Requirements.all().stream()
                .map(each -> found(each, others.getOrDefault(each.id(), Result.MET)))
                .toList();
        assessments.record(scope, results, person("issm"));
        return statuses.record(
                scope, new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", STATUS_DATE), person("issm"));
    }

    private static NewResult found(Requirement requirement, Result result) {
        return new NewResult(requirement, result, result == Result.MET ? null : "Not written down.", STATUS_DATE);
    }

    private void affirm(CmmcStatus status, String task, String on) {
        clock.set(on + "T10:00:00Z");
        complete("leader", status, task, affirmation(on));
    }

    private static Map<String, Object> affirmation(String on) {
        return Map.of(
                TrackConditionalStatus.AFFIRMED,
                true,
                TrackConditionalStatus.AFFIRMED_ON,
                on,
                TrackConditionalStatus.OFFICIAL_TITLE,
                "President",
                TrackConditionalStatus.CONTACT,
                "leader@halyard.example");
    }

    private void closeOut(CmmcStatus status, String on, String... met) {
        clock.set(on + "T10:00:00Z");
        complete("issm", status, TASK_RECORD_CLOSEOUT, closeout(on, met));
    }

    private static Map<String, Object> closeout(String on, String... met) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(TrackConditionalStatus.ASSESSMENT_KIND, "SELF");
        answers.put(TrackConditionalStatus.ASSESSOR, "Mara Lindqvist");
        answers.put(TrackConditionalStatus.ASSESSED_ON, on);
        answers.put(TrackConditionalStatus.POSTED_ON, on);
        answers.put(TrackConditionalStatus.MET, "[\"" + String.join("\",\"", met) + "\"]");
        answers.put(TrackConditionalStatus.NOTE, "What is left is the review of logs.");
        return answers;
    }

    private void complete(String who, CmmcStatus status, String task, Map<String, Object> answers) {
        String id = task(status, task).getId();
        acting.as(person(who), () -> tasks.complete(id, answers));
    }

    private Map<String, Object> shown(String who, Task task) {
        return acting.as(person(who), () -> forms.getTaskFormVariables(task.getId()));
    }

    private Task task(CmmcStatus status, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(status.id()))
                .processDefinitionKey(TrackConditionalStatus.KEY)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private Job noticeTimer(CmmcStatus status) {
        Job first = timer(status, TrackConditionalStatus.TIMER_FIRST_NOTICE);
        return first == null ? timer(status, TrackConditionalStatus.TIMER_NEXT_NOTICE) : first;
    }

    private void runNotice(CmmcStatus status) {
        run(noticeTimer(status));
    }

    private void run(CmmcStatus status, String timer) {
        run(timer(status, timer));
    }

    /** The clock stands at the moment for which the timer is set. */
    private void run(Job timer) {
        clock.set(timer.getDuedate().toInstant().toString());
        jobs.executeJob(timer.getId());
    }

    private Job timer(CmmcStatus status, String event) {
        return jobs.createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(status.id()), TrackConditionalStatus.KEY)
                        .singleResult()
                        .getId())
                .activityId(event)
                .singleResult();
    }

    private boolean isRunning(CmmcStatus status) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(status.id()), TrackConditionalStatus.KEY)
                        .count()
                > 0;
    }

    private PoamItem item(CmmcStatus status, String requirement) {
        return assessments
                .of(status.scope())
                .item(Requirements.get(requirement))
                .map(each -> register.get(each.id()))
                .orElseThrow();
    }

    private List<Notice> told(CmmcStatus status) {
        return List.of("issm", "leader").stream()
                .flatMap(person -> notices.recentFor(people.get(person), 100).stream())
                .filter(notice -> notice.subject().equals("cmmc:" + status.id()))
                .toList();
    }

    private String momentOf(Job job) {
        return job.getDuedate()
                .toInstant()
                .atZone(organization.zone())
                .toLocalDateTime()
                .toString();
    }

    private String dayOf(Date date) {
        return date.toInstant().atZone(organization.zone()).toLocalDate().toString();
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }
}
