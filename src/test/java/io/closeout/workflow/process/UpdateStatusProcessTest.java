package io.closeout.workflow.process;

import static io.closeout.workflow.UpdateStatus.KEY;
import static io.closeout.workflow.UpdateStatus.MESSAGE_NOTHING_LEFT;
import static io.closeout.workflow.UpdateStatus.TASK_UPDATE_STATUS;
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
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpdateStatusProcessTest {

    private static final Date DUE = Date.from(Instant.parse("2026-11-26T04:59:59Z"));
    private static final Date FIRST = Date.from(Instant.parse("2026-11-25T13:00:00Z"));
    private static final Date NEXT = Date.from(Instant.parse("2026-11-27T13:00:00Z"));
    private static final List<String> CALLED = new ArrayList<>();
    private static final Round ROUND = new Round();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "updateStatus", (TaskListener) task -> CALLED.add("updateStatus"),
                    "remindOfStatus", (JavaDelegate) execution -> CALLED.add("remindOfStatus"),
                    "statusRound", ROUND));

    @BeforeEach
    void anOwnerIsAskedWhoIsThere() {
        CALLED.clear();
        ROUND.owner = "it";
        ROUND.next = FIRST;
    }

    @Test
    void isAnsweredByTheOwner() {
        ENGINE.start("17", Map.of());
        Task task = ENGINE.waitingAt(TASK_UPDATE_STATUS);
        assertThat(task.getAssignee()).isEqualTo("it");
        assertThat(task.getDueDate()).isEqualTo(DUE);

        ENGINE.complete(TASK_UPDATE_STATUS, Map.of());

        assertThat(CALLED).containsExactly("updateStatus");
        ENGINE.hasPassed("StartEvent_RoundOpened", TASK_UPDATE_STATUS, "EndEvent_StatusUpdated");
        ENGINE.hasNotPassed("ServiceTask_RemindOfStatus", "EndEvent_NothingLeft");
        ENGINE.hasEnded();
    }

    @Test
    void isForTheIssmWhereTheOwnerHasLeft() {
        ROUND.owner = null;
        ENGINE.start("17", Map.of());
        Task task = ENGINE.waitingAt(TASK_UPDATE_STATUS);
        assertThat(task.getAssignee()).isNull();
        assertThat(ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("issm");
    }

    @Test
    void endsByItselfWithNothingLeft() {
        ENGINE.start("17", Map.of());
        ENGINE.send(MESSAGE_NOTHING_LEFT, Map.of());

        ENGINE.hasPassed("MessageEvent_NothingLeft", "EndEvent_NothingLeft");
        ENGINE.hasNotPassed("EndEvent_StatusUpdated");
        assertThat(CALLED).isEmpty();
        ENGINE.hasEnded();
    }

    @Test
    void remindsAndEscalatesUntilItIsAnswered() {
        ENGINE.start("17", Map.of());
        assertThat(onlyJob().getDuedate()).isEqualTo(FIRST);
        ROUND.next = NEXT;
        ENGINE.run(onlyJob());
        assertThat(CALLED).containsExactly("remindOfStatus");
        assertThat(onlyJob().getDuedate()).isEqualTo(NEXT);
        ENGINE.run(onlyJob());
        assertThat(CALLED).hasSize(2);
        ENGINE.waitingAt(TASK_UPDATE_STATUS);
        ENGINE.hasPassed(
                "Timer_FirstReminder",
                "ServiceTask_RemindOfStatus",
                "Timer_NextReminder",
                "Flow_NextReminderToRemind",
                "ServiceTask_RemindOfStatus");

        ENGINE.complete(TASK_UPDATE_STATUS, Map.of());
        ENGINE.hasEnded();
    }

    @Test
    void takesTheReminderAlongWhenNothingIsLeft() {
        ENGINE.start("17", Map.of());
        ENGINE.run(onlyJob());
        ENGINE.send(MESSAGE_NOTHING_LEFT, Map.of());
        ENGINE.hasEnded();
    }

    private static Job onlyJob() {
        assertThat(ENGINE.jobs()).hasSize(1);
        return ENGINE.jobs().get(0);
    }

    /** Public for the engine's expressions. */
    public static final class Round {

        @Nullable
        String owner;

        Date next = FIRST;

        public @Nullable String owner(DelegateExecution execution) {
            return owner;
        }

        public List<String> owners(DelegateExecution execution) {
            return owner == null ? List.of() : List.of(owner);
        }

        public Date due(DelegateExecution execution) {
            return DUE;
        }

        public Date nextNotice(DelegateExecution execution) {
            return next;
        }
    }
}
