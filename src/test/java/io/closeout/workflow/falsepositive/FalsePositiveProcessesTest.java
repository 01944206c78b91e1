package io.closeout.workflow.falsepositive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanCommit;
import io.closeout.intake.ScanComparison;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanReading;
import io.closeout.intake.Scans;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.Refused;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.TaskForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** From a scan over the decision to later scans: the item and its request, each in its own process. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:false-positive-processes;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "closeout.worker.threads=0",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class FalsePositiveProcessesTest {

    private static int check = 200_000;

    @Autowired
    Register register;

    @Autowired
    FalsePositiveRequests requests;

    @Autowired
    EvidenceLocker evidence;

    @Autowired
    ScanIntake intake;

    @Autowired
    ScanReading reading;

    @Autowired
    ScanComparison comparison;

    @Autowired
    ScanCommit commit;

    @Autowired
    Scans scans;

    @Autowired
    JdbcClient jdbc;

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

    PoamId item = new PoamId("POA-2000-001");

    @BeforeEach
    void anItemWithEvidence() throws IOException {
        check++;
        imported("Weakness");
        item = new PoamId(jdbc.sql("select id from poam_item where source_id = ?")
                .param(Integer.toString(check))
                .query(String.class)
                .single());
        evidence.add(
                NewEvidence.link(
                        item.subject(), EvidenceKind.TEST_RESULT, "https://example.com/test", calendar.today(), ""),
                person("it"));
    }

    @Test
    void isATaskOfTheIssmThatNamesTheItemAndShowsWhatIsAsked() {
        Task task = task(ask());

        assertThat(task.getName()).isEqualTo("Decide false positive: Weakness");
        assertThat(calendar.dateOf(task.getDueDate().toInstant()))
                .isEqualTo(calendar.today().plusDays(3));
        var shown = acting.as(person("issm"), () -> forms.getTaskFormVariables(task.getId()));
        assertThat(shown.get("request").toString()).contains("Backported", "everywhere", "Ines Tran");
    }

    @Test
    void confirmedEndsTheItemWithItsProcessAndWaitsForItsLastDay() throws IOException {
        FalsePositiveRequest request = ask();

        decide(request, "approve");

        assertThat(register.get(item).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(item.text())
                        .count())
                .isZero();
        assertThat(timer(request).getDuedate()).isEqualTo(Date.from(calendar.startOf(until().plusDays(1))));
        Scan again = imported("Weakness");
        assertThat(again.counts().suppressed()).isEqualTo(1);
        assertThat(again.counts().itemsOpened()).isZero();
    }

    @Test
    void overItsLastDayTheNextScanOpensANewItemThatNamesTheOld() throws IOException {
        FalsePositiveRequest request = ask();
        decide(request, "approve");

        jobs.executeJob(timer(request).getId());

        assertThat(isRunning(request)).isFalse();
        assertThat(jdbc.sql("select audience, text from notice where subject = ? and kind = 'falsePositiveEnded'")
                        .param(item.subject())
                        .query((row, number) -> row.getString("audience") + ": " + row.getString("text"))
                        .single())
                .isEqualTo(
                        "issm: %s counted as a false positive until %s. The next scan that finds it brings it back for a fresh look."
                                .formatted(item, until()));
        assertThat(imported("Weakness").counts().itemsReopened()).isEqualTo(1);
        assertThat(jdbc.sql("select status from poam_item where reopens = ?")
                        .param(item.text())
                        .query(String.class)
                        .single())
                .isEqualTo("NEW");
    }

    @Test
    void aChangedCheckEndsTheWaitingInTheImportThatShowsIt() throws IOException {
        FalsePositiveRequest request = ask();
        decide(request, "approve");

        Scan changed = imported("Another weakness");

        assertThat(changed.counts().itemsReopened()).isEqualTo(1);
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheItemAsItIs() {
        FalsePositiveRequest request = ask();

        assertThatThrownBy(() -> complete(request, Map.of(TaskForms.DECISION, "refuse")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why");
        decide(request, "refuse");

        assertThat(register.get(item).status()).isEqualTo(ItemStatus.NEW);
        assertThat(isRunning(request)).isFalse();
    }

    @Test
    void anItemThatClosesMeanwhileTakesItsRequestAlong() {
        FalsePositiveRequest request = ask();

        register.absenceProved(item, "A scan", Actor.system("import"));

        assertThat(requests.get(request.id()).state()).isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(isRunning(request)).isFalse();
    }

    private FalsePositiveRequest ask() {
        return requests.ask(item, FalsePositiveClaim.of("Backported", Set.of(), until()), person("it"));
    }

    private LocalDate until() {
        return calendar.today().plusDays(60);
    }

    private void decide(FalsePositiveRequest request, String decision) {
        complete(request, Map.of(TaskForms.DECISION, decision, TaskForms.REASON, "For the record"));
    }

    private void complete(FalsePositiveRequest request, Map<String, Object> answers) {
        String id = task(request).getId();
        acting.as(person("issm"), () -> tasks.complete(id, answers));
    }

    private Task task(FalsePositiveRequest request) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key(request))
                .taskDefinitionKey(ConfirmFalsePositive.TASK_DECIDE)
                .singleResult();
    }

    private Job timer(FalsePositiveRequest request) {
        return jobs.createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(request), ConfirmFalsePositive.KEY)
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
    }

    private boolean isRunning(FalsePositiveRequest request) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(request), ConfirmFalsePositive.KEY)
                        .count()
                > 0;
    }

    private static String key(FalsePositiveRequest request) {
        return Long.toString(request.id());
    }

    private Scan imported(String title) throws IOException {
        String file = """
                <NessusClientData_v2><Policy><policyName>Weekly</policyName></Policy><Report name="Scan">
                <ReportHost name="web1"><HostProperties></HostProperties><ReportItem port="443" svc_name="www" protocol="tcp"
                  severity="3" pluginID="%d" pluginName="%s" pluginFamily="General"><description>It can be used.</description>
                <plugin_type>remote</plugin_type><cvss3_base_score>7.5</cvss3_base_score></ReportItem></ReportHost>
                </Report></NessusClientData_v2>
                """.formatted(check, title);
        long scan = intake.receive(
                ScanIntake.Upload.of("weekly.nessus"),
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                person("issm"));
        reading.read(scan, percent -> {});
        comparison.compare(scan, percent -> {});
        commit.commit(scan, percent -> {});
        return scans.get(scan);
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }
}
