package io.closeout.workflow.process;

import static io.closeout.workflow.FollowVendor.KEY;
import static io.closeout.workflow.FollowVendor.MESSAGE_VENDOR_ANSWERED;
import static io.closeout.workflow.FollowVendor.MESSAGE_WAIT_ENDED;
import static io.closeout.workflow.FollowVendor.TASK_CHECK_IN;
import static io.closeout.workflow.FollowVendor.VARIABLE_FIX_AWAITED;
import static io.closeout.workflow.FollowVendor.VARIABLE_ITEM_ID;
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
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FollowVendorProcessTest {

    private static final Date ASK_ON = Date.from(Instant.parse("2030-03-26T07:00:00Z"));
    private static final Date CHECK_IN_BY = Date.from(Instant.parse("2030-03-31T21:59:59Z"));
    private static final StepDoubles DOUBLES = new StepDoubles();
    private static final List<String> CALLED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "checkInWithVendor", (TaskListener) task -> CALLED.add(task.getTaskDefinitionKey()),
                    "vendor", new Vendor(),
                    "reminder", new ReminderDouble(),
                    "remindPeople", (JavaDelegate) execution -> CALLED.add("remindPeople"),
                    "assignment", DOUBLES.new Assignment(),
                    "deadline", DOUBLES.new Deadline()));

    @BeforeEach
    void aWait() {
        CALLED.clear();
        DOUBLES.owner = "it";
        ENGINE.start("17", Map.of(VARIABLE_ITEM_ID, "POA-2026-001"));
    }

    @Test
    void asksTheOwnerWhenTheNextCheckInIsNear() {
        assertThat(ENGINE.jobs()).singleElement().satisfies(timer -> assertThat(timer.getDuedate())
                .isEqualTo(ASK_ON));
        checkInIsNear();

        Task task = ENGINE.waitingAt(TASK_CHECK_IN);
        assertThat(task.getDueDate()).isEqualTo(CHECK_IN_BY);
        assertThat(task.getAssignee()).isEqualTo("it");
        assertThat(task.getPriority()).isEqualTo(75);
        ENGINE.hasPassed("StartEvent_DependencyGranted", "StartEvent_CheckInAhead", "Timer_CheckInNear");
    }

    @Test
    void asksAgainWhileTheFixIsAwaited() {
        checkInIsNear();
        answer(true);

        ENGINE.hasPassed(TASK_CHECK_IN, "EndEvent_CheckedIn", "Gateway_FixAwaited", "Flow_FixAwaited");
        assertThat(CALLED).containsExactly(TASK_CHECK_IN);
        checkInIsNear();
        ENGINE.waitingAt(TASK_CHECK_IN);
    }

    @Test
    void endsOnceTheFixIsNotAwaitedAnyMore() {
        checkInIsNear();
        answer(false);

        ENGINE.hasPassed("Flow_FixNotAwaited", "EndEvent_WaitOver");
        ENGINE.hasEnded();
    }

    @Test
    void beginsANewRoundWithAnAnswerThatNobodyAskedFor() {
        ENGINE.send(MESSAGE_VENDOR_ANSWERED, Map.of(VARIABLE_FIX_AWAITED, true));

        ENGINE.hasPassed("MessageEvent_VendorAnswered", "Flow_FixAwaited", "StartEvent_CheckInAhead");
        assertThat(ENGINE.jobs()).hasSize(1);
        assertThat(CALLED).isEmpty();
    }

    @Test
    void takesAnOpenTaskAwayWithAnAnswerThatNobodyAskedFor() {
        checkInIsNear();
        ENGINE.send(MESSAGE_VENDOR_ANSWERED, Map.of(VARIABLE_FIX_AWAITED, false));

        ENGINE.hasPassed("Flow_VendorAnswered", "EndEvent_WaitOver");
        ENGINE.hasEnded();
    }

    @Test
    void endsWhenNobodyWaitsAnyMore() {
        ENGINE.send(MESSAGE_WAIT_ENDED, Map.of());

        ENGINE.hasPassed("MessageEvent_WaitEnded", "Flow_WaitEnded", "EndEvent_WaitEnded");
        ENGINE.hasNotPassed("EndEvent_WaitOver");
        ENGINE.hasEnded();
    }

    @Test
    void endsWhenNobodyWaitsAnyMoreWhileTheOwnerIsAsked() {
        checkInIsNear();
        ENGINE.send(MESSAGE_WAIT_ENDED, Map.of());
        ENGINE.hasEnded();
    }

    @Test
    void remindsInTheRhythmOfTheTableWithoutStoppingTheTask() {
        checkInIsNear();
        Job reminder = ENGINE.jobs().get(0);
        assertThat(reminder.getDuedate()).isEqualTo(ReminderDouble.FIRST);
        ENGINE.run(reminder);
        ENGINE.run(ENGINE.jobs().get(0));

        ENGINE.waitingAt(TASK_CHECK_IN);
        assertThat(CALLED).containsExactly("remindPeople", "remindPeople");
        ENGINE.hasPassed("Timer_CheckInWaits", "ServiceTask_RemindPeople", "EndEvent_Reminded");
    }

    private static void checkInIsNear() {
        ENGINE.run(ENGINE.jobs().get(0));
    }

    private static void answer(boolean awaited) {
        ENGINE.complete(TASK_CHECK_IN, Map.of(VARIABLE_FIX_AWAITED, awaited));
    }

    /** Public for the engine's expressions. */
    public static final class Vendor {

        public Date askOn(DelegateExecution execution) {
            return ASK_ON;
        }

        public Date checkInBy(DelegateExecution execution) {
            return CHECK_IN_BY;
        }
    }
}
