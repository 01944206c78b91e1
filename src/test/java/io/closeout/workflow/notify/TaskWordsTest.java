package io.closeout.workflow.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.access.SignedIn;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** What lies in the outbox as an item goes its way. Mail is on and never sent. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:task-words;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=127.0.0.1",
            "closeout.mail.from=closeout@halyard.example",
            "closeout.mail.every=1d"
        })
@ActiveProfiles("demo")
@DirtiesContext
class TaskWordsTest {

    @Autowired
    ItemsByHand byHand;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    People people;

    @Autowired
    Acting acting;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    PoamId item = new PoamId("POA-2000-001");

    @BeforeEach
    void aNewItem() {
        jdbc.sql("delete from mail_word").update();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        new SignedIn(people.get("issm"), Instant.now()), null, List.of()));
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
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTaskIsOfferedToItsGroup() {
        assertThat(words()).containsExactly("taskOffered group:issm, by issm: Triage item: Shared accounts");
        assertThat(task(RemediatePoamItem.TASK_TRIAGE).getId()).isEqualTo(newestTask());
    }

    @Test
    void whatIsDoneIsTakenBackAndWhoGetsTheNextTaskIsTold() {
        triage();

        assertThat(words()).containsExactly("taskAssigned person:it, by issm: Plan remediation: Shared accounts");
    }

    @Test
    void whoTakesATaskSparesTheOthersAWordAndHearsNoneThemselves() {
        acting.as(
                person("issm"),
                () -> tasks.claim(task(RemediatePoamItem.TASK_TRIAGE).getId(), "issm"));

        assertThat(words()).containsExactly("taskAssigned person:issm, by issm: Triage item: Shared accounts");
    }

    @Test
    void aRequestAsksTheIssmForAnApprovalAndItsDecisionIsToldToWhoAsked() {
        triage();
        plan();
        complete("issm", RemediatePoamItem.TASK_SIGN_OFF, Map.of(TaskForms.DECISION, "approve"));

        ExtensionRequest request = requests.ask(
                item,
                MoreTime.asked("Part is on back order", inDays(20), "Passwords are changed weekly"),
                person("it"));
        assertThat(words())
                .contains("approvalAsked group:issm, by nobody: Decide extension: Shared accounts")
                .noneMatch(word -> word.contains("Sign off"));
        Task decision = tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(request.id()))
                .taskDefinitionKey(ApproveExtension.TASK_DECIDE)
                .singleResult();
        acting.as(
                person("issm"),
                () -> tasks.complete(
                        decision.getId(), Map.of(TaskForms.DECISION, "refuse", TaskForms.REASON, "Not that long")));

        assertThat(words())
                .contains("requestRefused person:it, by nobody: " + item
                        + ": your request for more time is refused: Not that long")
                .noneMatch(word -> word.startsWith("approvalAsked"));
    }

    private void triage() {
        complete(
                "issm",
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
    }

    private void plan() {
        complete(
                "it",
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
    }

    private void complete(String who, String task, Map<String, Object> answers) {
        acting.as(person(who), () -> tasks.complete(task(task).getId(), answers));
    }

    private Task task(String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(item.text())
                .taskDefinitionKey(definition)
                .singleResult();
    }

    /** What would go out, oldest first. */
    private List<String> words() {
        return jdbc.sql("select kind || ' ' || audience || ', by ' || coalesce(caused_by, 'nobody') || ': ' || text"
                        + " from mail_word where not taken_back and item_id = ? order by id")
                .param(item.text())
                .query(String.class)
                .list();
    }

    private String newestTask() {
        return jdbc.sql("select subject from mail_word order by id desc fetch first 1 rows only")
                .query(String.class)
                .single()
                .substring("task:".length());
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }

    private LocalDate inDays(int days) {
        return calendar.today().plusDays(days);
    }
}
