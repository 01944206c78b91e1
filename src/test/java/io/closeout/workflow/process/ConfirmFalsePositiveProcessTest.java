package io.closeout.workflow.process;

import static io.closeout.workflow.ApprovalProcess.MESSAGE_WITHDRAWN;
import static io.closeout.workflow.ApprovalProcess.VARIABLE_ITEM_ID;
import static io.closeout.workflow.ApprovalProcess.VARIABLE_REQUEST_ID;
import static io.closeout.workflow.ConfirmFalsePositive.KEY;
import static io.closeout.workflow.ConfirmFalsePositive.MESSAGE_ENDED;
import static io.closeout.workflow.ConfirmFalsePositive.TASK_DECIDE;
import static io.closeout.workflow.ConfirmFalsePositive.VARIABLE_DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfirmFalsePositiveProcessTest {

    private static final Date DECIDE_BY = Date.from(Instant.parse("2026-03-05T22:59:59Z"));
    private static final Date ENDS_AT = Date.from(Instant.parse("2026-08-31T22:00:00Z"));
    private static final List<String> CALLED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "decideFalsePositive",
                    (TaskListener) task -> CALLED.add(task.getTaskDefinitionKey()),
                    "falsePositive",
                    new FalsePositive(),
                    "endSuppression",
                    (JavaDelegate) execution -> CALLED.add("endSuppression"),
                    "reminder",
                    new ReminderDouble(),
                    "remindPeople",
                    (JavaDelegate) execution -> CALLED.add("remindPeople"),
                    "deadline",
                    new StepDoubles().new Deadline()));

    @BeforeEach
    void aRequest() {
        CALLED.clear();
        ENGINE.start("17", Map.of(VARIABLE_REQUEST_ID, 17L, VARIABLE_ITEM_ID, "POA-2026-001"));
    }

    @Test
    void isATaskOfTheIssmDueByTheTableAndAsUrgentAsItsItem() {
        var task = ENGINE.waitingAt(TASK_DECIDE);

        assertThat(task.getDueDate()).isEqualTo(DECIDE_BY);
        assertThat(task.getPriority()).isEqualTo(75);
        assertThat(ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("issm");
    }

    @Test
    void isRefused() {
        decide("refused");

        ENGINE.hasPassed("StartEvent_FalsePositiveClaimed", TASK_DECIDE, "Flow_NotConfirmed", "EndEvent_NotConfirmed");
        ENGINE.hasEnded();
    }

    @Test
    void withoutAnAnswerIsNotConfirmed() {
        decide("perhaps");

        ENGINE.hasPassed("EndEvent_NotConfirmed");
        ENGINE.hasNotPassed("Gateway_WhatEndsIt");
    }

    @Test
    void waitsUntilTheDayAfterItsLastAndThenEndsWhatItSuppressed() {
        decide("approved");

        assertThat(ENGINE.jobs()).singleElement().satisfies(timer -> assertThat(timer.getDuedate())
                .isEqualTo(ENDS_AT));
        assertThat(CALLED).containsExactly(TASK_DECIDE);
        ENGINE.run(ENGINE.jobs().get(0));

        assertThat(CALLED).containsExactly(TASK_DECIDE, "endSuppression");
        ENGINE.hasPassed(
                "Flow_Confirmed",
                "Gateway_WhatEndsIt",
                "Timer_LastDayOver",
                "ServiceTask_EndSuppression",
                "EndEvent_SuppressionExpired");
        ENGINE.hasEnded();
    }

    @Test
    void endsBeforeItsTimeWhenTheCheckChanged() {
        decide("approved");
        ENGINE.send(MESSAGE_ENDED, Map.of());

        ENGINE.hasPassed("MessageEvent_CheckChanged", "EndEvent_SuppressionEnded");
        ENGINE.hasNotPassed("ServiceTask_EndSuppression");
        ENGINE.hasEnded();
    }

    @Test
    void endsWhenItsItemEndsBeforeTheDecision() {
        ENGINE.send(MESSAGE_WITHDRAWN, Map.of());

        ENGINE.hasPassed("MessageEvent_RequestWithdrawn", "EndEvent_RequestWithdrawn");
        assertThat(CALLED).isEmpty();
        ENGINE.hasEnded();
    }

    @Test
    void remindsInTheRhythmOfTheTableWithoutStoppingTheTask() {
        Job timer = ENGINE.jobs().get(0);
        assertThat(timer.getDuedate()).isEqualTo(ReminderDouble.FIRST);

        ENGINE.run(timer);

        ENGINE.waitingAt(TASK_DECIDE);
        assertThat(CALLED).containsExactly("remindPeople");
        ENGINE.hasPassed("Timer_DecisionWaits", "ServiceTask_RemindPeople", "EndEvent_Reminded");
    }

    private static void decide(String answer) {
        ENGINE.complete(TASK_DECIDE, Map.of(VARIABLE_DECISION, answer));
    }

    /** Public for the engine's expressions. */
    public static final class FalsePositive {

        public Date decideBy(DelegateExecution execution) {
            return DECIDE_BY;
        }

        public Date endsAt(DelegateExecution execution) {
            return ENDS_AT;
        }
    }
}
