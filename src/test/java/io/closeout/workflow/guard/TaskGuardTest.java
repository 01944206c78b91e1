package io.closeout.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class TaskGuardTest {

    static final Actor REMEDIATOR = new Actor("it", Set.of(Group.REMEDIATOR), "tasklist");
    static final Actor OTHER_REMEDIATOR = new Actor("it2", Set.of(Group.REMEDIATOR), "tasklist");
    static final Actor ISSM = new Actor("ian", Set.of(Group.ISSM), "tasklist");
    static final Actor ADMIN = new Actor("root", Set.of(Group.CAMUNDA_ADMIN), "tasklist");

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Acting acting;

    String processId = "";
    String taskId = "";

    @BeforeEach
    void aPlanIsWaitedFor() {
        TryOut.deploy(repository);
        processId = runtime.startProcessInstanceByKey("tryOut", "POA-2026-001").getId();
        taskId = task().getId();
    }

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().list().forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Nested
    class AnUnassignedTask {

        @Test
        void isCompletedByACandidate() {
            completeAs(REMEDIATOR, "good");
            assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Fix");
        }

        @Test
        void isNotCompletedByAnotherGroup() {
            assertThatThrownBy(() -> completeAs(ISSM, "good"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("it is for another group");
        }

        @Test
        void isNotCompletedByAnAdministrator() {
            assertThatThrownBy(() -> completeAs(ADMIN, "good")).isInstanceOf(AuthorizationException.class);
        }

        @Test
        void isNotCompletedByTheProgram() {
            assertThatThrownBy(() -> tasks.complete(taskId, Map.of("plan", "good")))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void isNotClaimedByAnotherGroup() {
            assertThatThrownBy(() -> acting.as(ISSM, () -> tasks.claim(taskId, "ian")))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void isNotClaimedForSomebodyOfAnotherGroup() {
            assertThatThrownBy(() -> acting.as(REMEDIATOR, () -> tasks.claim(taskId, "ian")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("somebody of its group");
        }
    }

    @Nested
    class AClaimedTask {

        @BeforeEach
        void claim() {
            acting.as(REMEDIATOR, () -> tasks.claim(taskId, "it"));
        }

        @Test
        void isCompletedByItsAssigneeOnly() {
            assertThatThrownBy(() -> completeAs(OTHER_REMEDIATOR, "good")).isInstanceOf(Refused.class);
            completeAs(REMEDIATOR, "good");
            assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Fix");
        }

        @Test
        void isGivenBackByItsAssigneeOnly() {
            assertThatThrownBy(() -> acting.as(OTHER_REMEDIATOR, () -> tasks.setAssignee(taskId, null)))
                    .isInstanceOf(Refused.class);
            acting.as(REMEDIATOR, () -> tasks.setAssignee(taskId, null));
            assertThat(task().getAssignee()).isNull();
        }

        @Test
        void isNotTakenAway() {
            assertThatThrownBy(() -> acting.as(OTHER_REMEDIATOR, () -> tasks.setAssignee(taskId, "it2")))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void anOwnersTaskIsNotGivenBackToNobody() {
        completeAs(REMEDIATOR, "good");
        String fix = task().getId();
        assertThatThrownBy(() -> acting.as(REMEDIATOR, () -> tasks.setAssignee(fix, null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it has no group");
    }

    @Nested
    class TheGate {

        @Test
        void isNotAnsweredByWhatIsSubmitted() {
            acting.as(REMEDIATOR, () -> tasks.complete(taskId, Map.of("plan", "bad", "accepted", true)));
            assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Plan");
            assertThat(runtime.getVariables(processId))
                    .containsOnlyKeys("accepted")
                    .containsEntry("accepted", false);
        }

        @Test
        void isNotAnsweredByVariablesSetFromOutside() {
            for (Actor person : new Actor[] {REMEDIATOR, ADMIN}) {
                acting.as(person, () -> {
                    assertThatThrownBy(() -> tasks.setVariable(taskId, "accepted", true))
                            .isInstanceOf(AuthorizationException.class);
                    assertThatThrownBy(() -> runtime.setVariable(processId, "accepted", true))
                            .isInstanceOf(AuthorizationException.class);
                    assertThatThrownBy(() -> runtime.createProcessInstanceModification(processId)
                                    .startBeforeActivity("UserTask_Fix")
                                    .execute())
                            .isInstanceOf(AuthorizationException.class);
                    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("tryOut"))
                            .isInstanceOf(AuthorizationException.class);
                    assertThatThrownBy(() -> runtime.deleteProcessInstance(processId, "away"))
                            .isInstanceOf(AuthorizationException.class);
                });
            }
        }

        @Test
        void isNotPassedByAnErrorOfOnesOwn() {
            acting.as(REMEDIATOR, () -> {
                assertThatThrownBy(() -> tasks.handleBpmnError(taskId, "any")).isInstanceOf(Refused.class);
                assertThatThrownBy(() -> tasks.handleEscalation(taskId, "any")).isInstanceOf(Refused.class);
            });
            assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Plan");
        }

        @Test
        void staysWhereItIsWhenTheStepRefuses() {
            assertThatThrownBy(() -> acting.as(REMEDIATOR, () -> tasks.complete(taskId)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Say what you will do: the field plan is empty.");
            assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Plan");
        }
    }

    @Test
    void noAuthorisationIsWrittenPerTask() {
        completeAs(REMEDIATOR, "good");
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
        acting.as(OTHER_REMEDIATOR, () -> assertThat(tasks.createTaskQuery().count())
                .isOne());
    }

    private void completeAs(Actor person, String plan) {
        Task task = task();
        acting.as(person, () -> tasks.complete(task.getId(), Map.of("plan", plan)));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(processId).singleResult();
    }
}
