package io.closeout.workflow.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.AssetImpact;
import io.closeout.register.ItemTakeover;
import io.closeout.register.ItemTakeover.KnownMilestone;
import io.closeout.register.NewItem;
import io.closeout.register.PlanEdit;
import io.closeout.register.PoamItem;
import io.closeout.register.Takeovers;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.RemediatePoamItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Where the process of an item begins whose history began elsewhere. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:taken-over;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class TakenOverItemsTest {

    private static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "page");

    @Autowired
    Takeovers takeovers;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    private LocalDate detected;

    @BeforeEach
    void begin() {
        detected = calendar.today().minusDays(10);
    }

    @Test
    void whatIsPlannedStandsAtTheWorkOfItsOwner() {
        PoamItem item = taken("it", null);

        Task task = onlyTask(item);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(RemediatePoamItem.TASK_REMEDIATE);
        assertThat(task.getAssignee()).isEqualTo("it");
        assertThat(jobs.createJobQuery()
                        .processInstanceId(item.processInstanceId().orElseThrow())
                        .timers()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatNobodyOwnsIsTriaged() {
        assertThat(onlyTask(taken(null, null)).getTaskDefinitionKey()).isEqualTo(RemediatePoamItem.TASK_TRIAGE);
    }

    @Test
    void whatIsClosedHasNoProcess() {
        PoamItem item = taken("it", detected.plusDays(3));

        assertThat(item.processInstanceId()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(item.id().text())
                        .count())
                .isZero();
    }

    private Task onlyTask(PoamItem item) {
        return tasks.createTaskQuery()
                .processInstanceId(item.processInstanceId().orElseThrow())
                .singleResult();
    }

    private PoamItem taken(@Nullable String owner, @Nullable LocalDate closedOn) {
        LocalDate planned = detected.plusDays(25);
        NewItem item = new NewItem(
                "halyard-cui-enclave",
                null,
                Track.OPERATIONAL,
                "Old TLS",
                null,
                "Audit",
                "A-7",
                Severity.HIGH,
                null,
                Set.of(),
                detected,
                AssetImpact.UNKNOWN,
                null,
                null);
        return takeovers
                .take(
                        List.of(new ItemTakeover(
                                item,
                                owner,
                                new PlanEdit("Turn it off.", null, null, null, null),
                                planned,
                                planned,
                                closedOn,
                                List.of(new KnownMilestone("Roll out", planned, null, null)),
                                List.of(),
                                List.of())),
                        ISSM)
                .get(0);
    }
}
