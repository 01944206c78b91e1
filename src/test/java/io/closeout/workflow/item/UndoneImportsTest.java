package io.closeout.workflow.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.intake.ImportUndo;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanCommit;
import io.closeout.intake.ScanComparison;
import io.closeout.intake.ScanFile;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanReading;
import io.closeout.intake.Scans;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.Refused;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Processes stand where they stood before the import that is undone. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:undone-imports;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "closeout.worker.threads=0",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class UndoneImportsTest {

    private static int machines;

    @Autowired
    Register register;

    @Autowired
    ImportUndo undo;

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
    EvidenceLocker evidence;

    @Autowired
    FalsePositiveRequests falsePositives;

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
    ManagementService jobs;

    private final Instant lastNight =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(8, ChronoUnit.HOURS);
    private String machine = "";
    private Scan first;
    private PoamId item = new PoamId("POA-2000-001");

    @BeforeEach
    void anItemOfAScan() throws IOException {
        machines++;
        machine = "web" + machines;
        // A check of its own, or it would join the item of the test before.
        first = imported(lastNight, 99 + machines);
        item = new PoamId(jdbc.sql("select item_id from finding where first_scan_id = ?")
                .param(first.id())
                .query(String.class)
                .single());
    }

    @Test
    void whatItOpenedEndsWithItsTimers() {
        String instance = instance();

        undo(first);

        assertThat(running(instance)).isFalse();
        assertThat(jobs.createJobQuery().processInstanceId(instance).count()).isZero();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(item.text())
                        .count())
                .isZero();
    }

    @Test
    void anItemThatItClosedIsAtItsTaskAgainAndClosesByItsProcessLater() throws IOException {
        Task before = task(RemediatePoamItem.TASK_TRIAGE);
        acting.as(person("issm"), () -> tasks.claim(before.getId(), "issm"));
        String ended = instance();
        Scan second = imported(Instant.now().minus(1, ChronoUnit.HOURS));
        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(running(ended)).isFalse();

        undo(second);

        assertThat(register.get(item).status()).isEqualTo(ItemStatus.NEW);
        assertThat(instance()).isNotEqualTo(ended);
        assertThat(task(RemediatePoamItem.TASK_TRIAGE)).satisfies(again -> {
            assertThat(again.getAssignee()).isEqualTo("issm");
            assertThat(again.getDueDate()).isEqualTo(before.getDueDate());
            assertThat(again.getName()).isEqualTo(before.getName());
        });
        assertThat(jobs.createJobQuery().processInstanceId(instance()).timers().count())
                .isEqualTo(1);

        imported(Instant.now().minus(30, ChronoUnit.MINUTES));
        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(running(instance())).isFalse();
    }

    @Test
    void aFixThatItContradictedIsWithItsVerifierAgain() throws IOException {
        fixReported();
        String instance = instance();
        Scan second = imported(Instant.now().plus(1, ChronoUnit.SECONDS), 99 + machines);
        assertThat(task(RemediatePoamItem.TASK_REMEDIATE)).isNotNull();

        undo(second);

        assertThat(instance()).isEqualTo(instance);
        assertThat(open()).containsExactly(RemediatePoamItem.TASK_VERIFY);
        complete("issm", RemediatePoamItem.TASK_VERIFY, Map.of(TaskForms.VERIFIED, "yes", TaskForms.NOTE, "Seen"));
        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);
    }

    @Test
    void isRefusedWhereARequestEndedWithTheItem() throws IOException {
        evidence.add(
                NewEvidence.link(
                        item.subject(), EvidenceKind.TEST_RESULT, "https://example.com/test", calendar.today(), ""),
                person("it"));
        falsePositives.ask(
                item,
                FalsePositiveClaim.of("Backported", Set.of(), calendar.today().plusDays(60)),
                person("it"));
        Scan second = imported(Instant.now().minus(1, ChronoUnit.HOURS));
        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);

        assertThatThrownBy(() -> undo(second))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("request about " + item);

        assertThat(register.get(item).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(scans.get(second.id()).undoing()).isNull();
    }

    private void undo(Scan scan) {
        undo.undo(scan.id(), "The wrong file", person("issm"));
    }

    private void fixReported() {
        complete(
                "issm",
                RemediatePoamItem.TASK_TRIAGE,
                Map.of(
                        TaskForms.PRIORITY, "HIGH",
                        TaskForms.OWNER_GROUP, "remediator",
                        TaskForms.OWNER_ID, "it",
                        TaskForms.TRACK, "OPERATIONAL"));
        String inTenDays = calendar.today().plusDays(10).toString();
        complete(
                "it",
                RemediatePoamItem.TASK_PLAN,
                Map.of(
                        TaskForms.OWNER_ID, "it",
                        TaskForms.ESTIMATED_HOURS, "4",
                        TaskForms.RESOURCES, "None",
                        TaskForms.REMEDIATION_PLAN, "Update it",
                        TaskForms.MILESTONES, "[{\"description\":\"Done\",\"due\":\"" + inTenDays + "\"}]",
                        TaskForms.PLANNED_COMPLETION, inTenDays,
                        TaskForms.RESIDUAL_RISK, "LOW"));
        complete("issm", RemediatePoamItem.TASK_SIGN_OFF, Map.of(TaskForms.DECISION, "approve"));
        evidence.add(
                NewEvidence.link(
                        item.subject(), EvidenceKind.PATCH_LOG, "https://example.com/log", calendar.today(), ""),
                person("it"));
        complete("it", RemediatePoamItem.TASK_REMEDIATE, Map.of(TaskForms.WORK_DONE, "Updated"));
    }

    private void complete(String person, String taskKey, Map<String, Object> answers) {
        String id = task(taskKey).getId();
        acting.as(person(person), () -> tasks.complete(id, answers));
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(item.text())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private List<String> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(item.text()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private String instance() {
        PoamItem now = register.get(item);
        return now.processInstanceId().orElseThrow();
    }

    private boolean running(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
    }

    private Scan imported(Instant ended, int... weaknesses) throws IOException {
        String file =
                ScanFile.endedAt(ended.toString()).host(machine, weaknesses).text();
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
