package io.closeout.workflow.process;

import static io.closeout.workflow.ApprovalProcess.MESSAGE_WITHDRAWN;
import static io.closeout.workflow.ApprovalProcess.VARIABLE_ITEM_ID;
import static io.closeout.workflow.ApprovalProcess.VARIABLE_REQUEST_ID;
import static io.closeout.workflow.ApproveExtension.KEY;
import static io.closeout.workflow.ApproveExtension.TASK_DECIDE;
import static io.closeout.workflow.ApproveExtension.TASK_LEADERSHIP_DECIDE;
import static io.closeout.workflow.ApproveExtension.VARIABLE_DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApproveExtensionProcessTest {

    private static final Date DECIDE_BY = Date.from(Instant.parse("2026-03-05T22:59:59Z"));
    private static final List<String> CALLED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "decideExtension", (TaskListener) task -> CALLED.add(task.getTaskDefinitionKey()),
                    "extension", new Extension(),
                    "reminder", new ReminderDouble(),
                    "remindPeople", (JavaDelegate) execution -> CALLED.add("remindPeople"),
                    "deadline", new StepDoubles().new Deadline()));

    @BeforeEach
    void aRequest() {
        CALLED.clear();
        ENGINE.start("17", Map.of(VARIABLE_REQUEST_ID, 17L, VARIABLE_ITEM_ID, "POA-2026-001"));
    }

    @Test
    void isDecidedByTheIssmAlone() {
        assertThat(groupsOf(ENGINE.waitingAt(TASK_DECIDE))).containsExactly("issm");
        decide("approved");

        ENGINE.hasPassed(
                "StartEvent_ExtensionAsked", TASK_DECIDE, "Flow_ExtensionApproved", "EndEvent_ExtensionApproved");
        ENGINE.hasNotPassed(TASK_LEADERSHIP_DECIDE, "EndEvent_ExtensionRefused");
        assertThat(CALLED).containsExactly(TASK_DECIDE);
        ENGINE.hasEnded();
    }

    @Test
    void isRefusedByTheIssm() {
        decide("refused");

        ENGINE.hasPassed("Flow_ExtensionRefused", "EndEvent_ExtensionRefused");
        ENGINE.hasNotPassed("EndEvent_ExtensionApproved");
        ENGINE.hasEnded();
    }

    @Test
    void withoutAnAnswerIsNoApproval() {
        decide("perhaps");
        ENGINE.hasPassed("EndEvent_ExtensionRefused");
        ENGINE.hasNotPassed("EndEvent_ExtensionApproved");
    }

    @Test
    void isSignedByLeadershipAsWellWhereTheTableSaysSo() {
        decide("leadership");
        assertThat(groupsOf(ENGINE.waitingAt(TASK_LEADERSHIP_DECIDE))).containsExactly("leadership");
        ENGINE.complete(TASK_LEADERSHIP_DECIDE, Map.of(VARIABLE_DECISION, "approved"));

        ENGINE.hasPassed(
                "Flow_LeadershipNeeded",
                TASK_LEADERSHIP_DECIDE,
                "Flow_LeadershipApproved",
                "EndEvent_ExtensionApproved");
        assertThat(CALLED).containsExactly(TASK_DECIDE, TASK_LEADERSHIP_DECIDE);
        ENGINE.hasEnded();
    }

    @Test
    void isRefusedByLeadership() {
        decide("leadership");
        ENGINE.complete(TASK_LEADERSHIP_DECIDE, Map.of(VARIABLE_DECISION, "refused"));

        ENGINE.hasPassed("Flow_LeadershipRefused", "EndEvent_ExtensionRefused");
        ENGINE.hasNotPassed("EndEvent_ExtensionApproved");
        ENGINE.hasEnded();
    }

    @Test
    void endsWhenItsItemClosesBeforeTheIssmDecides() {
        ENGINE.send(MESSAGE_WITHDRAWN, Map.of());

        ENGINE.hasPassed("MessageEvent_RequestWithdrawn", "EndEvent_RequestWithdrawn");
        ENGINE.hasNotPassed("EndEvent_ExtensionApproved", "EndEvent_ExtensionRefused");
        assertThat(CALLED).isEmpty();
        ENGINE.hasEnded();
    }

    @Test
    void endsWhenItsItemClosesBeforeLeadershipDecides() {
        decide("leadership");
        ENGINE.send(MESSAGE_WITHDRAWN, Map.of());

        ENGINE.hasPassed("Flow_LeadershipNeeded", "Flow_RequestWithdrawn");
        ENGINE.hasEnded();
    }

    @Test
    void isDueAsTheTableSaysAndAsUrgentAsItsItem() {
        assertThat(ENGINE.waitingAt(TASK_DECIDE).getDueDate()).isEqualTo(DECIDE_BY);
        decide("leadership");
        Task task = ENGINE.waitingAt(TASK_LEADERSHIP_DECIDE);
        assertThat(task.getDueDate()).isEqualTo(DECIDE_BY);
        assertThat(task.getPriority()).isEqualTo(75);
    }

    @Test
    void remindsInTheRhythmOfTheTableWithoutStoppingTheTask() {
        assertThat(ENGINE.jobs()).singleElement().satisfies(timer -> assertThat(timer.getDuedate())
                .isEqualTo(ReminderDouble.FIRST));
        ENGINE.run(ENGINE.jobs().get(0));
        ENGINE.run(ENGINE.jobs().get(0));

        ENGINE.waitingAt(TASK_DECIDE);
        assertThat(CALLED).containsExactly("remindPeople", "remindPeople");
        ENGINE.hasPassed("Timer_DecisionWaits", "ServiceTask_RemindPeople", "EndEvent_Reminded");
    }

    @Test
    void remindsLeadershipAsWellAndStopsWithTheTask() {
        decide("leadership");
        ENGINE.run(ENGINE.jobs().get(0));
        ENGINE.complete(TASK_LEADERSHIP_DECIDE, Map.of(VARIABLE_DECISION, "approved"));

        ENGINE.hasPassed("Timer_LeadershipDecisionWaits", "Flow_LeadershipDecisionWaits");
        ENGINE.hasEnded();
    }

    private static void decide(String answer) {
        ENGINE.complete(TASK_DECIDE, Map.of(VARIABLE_DECISION, answer));
    }

    private static List<String> groupsOf(Task task) {
        return ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    /** Public for the engine's expressions. */
    public static final class Extension {

        public Date decideBy(DelegateExecution execution) {
            return DECIDE_BY;
        }
    }
}
