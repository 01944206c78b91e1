package io.closeout.workflow.process;

import static io.closeout.workflow.ReviewPoam.KEY;
import static io.closeout.workflow.ReviewPoam.MESSAGE_MISSED;
import static io.closeout.workflow.ReviewPoam.TASK_SIGN_OFF;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewPoamProcessTest {

    private static final Date OPENS = Date.from(Instant.parse("2026-12-01T14:00:00Z"));
    private static final Date DUE = Date.from(Instant.parse("2026-12-07T05:59:59Z"));
    private static final Date FIRST = Date.from(Instant.parse("2026-12-05T14:00:00Z"));
    private static final Date NEXT = Date.from(Instant.parse("2026-12-07T14:00:00Z"));
    private static final List<String> CALLED = new ArrayList<>();
    private static final Review REVIEW = new Review();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "freezeSnapshot", (JavaDelegate) execution -> CALLED.add("freezeSnapshot"),
                    "tellLeadership", (JavaDelegate) execution -> CALLED.add("tellLeadership"),
                    "remindOfReview", (JavaDelegate) execution -> CALLED.add("remindOfReview"),
                    "signOffReview", (TaskListener) task -> CALLED.add("signOffReview"),
                    "monthlyReview", REVIEW));

    @BeforeEach
    void aPlannedReview() {
        CALLED.clear();
        REVIEW.next = FIRST;
        ENGINE.start("2026-12", Map.of());
    }

    @Test
    void waitsForItsDayThenFreezesAndAsksTheIssm() {
        assertThat(onlyJob().getDuedate()).isEqualTo(OPENS);
        assertThat(CALLED).isEmpty();

        ENGINE.run(onlyJob());

        assertThat(CALLED).containsExactly("freezeSnapshot");
        Task task = ENGINE.waitingAt(TASK_SIGN_OFF);
        assertThat(task.getDueDate()).isEqualTo(DUE);
        assertThat(ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("issm");
    }

    @Test
    void isSignedAndGoesToLeadership() {
        ENGINE.run(onlyJob());
        ENGINE.complete(TASK_SIGN_OFF, Map.of());

        assertThat(CALLED).containsExactly("freezeSnapshot", "signOffReview", "tellLeadership");
        ENGINE.hasPassed(
                "StartEvent_ReviewPlanned",
                "Timer_ReviewDay",
                "ServiceTask_FreezeSnapshot",
                TASK_SIGN_OFF,
                "ServiceTask_TellLeadership",
                "EndEvent_ReviewSigned");
        ENGINE.hasNotPassed("EndEvent_ReviewMissed", "ServiceTask_RemindOfReview");
        ENGINE.hasEnded();
    }

    @Test
    void remindsAndEscalatesUntilItIsSigned() {
        ENGINE.run(onlyJob());
        assertThat(onlyJob().getDuedate()).isEqualTo(FIRST);
        REVIEW.next = NEXT;
        ENGINE.run(onlyJob());
        assertThat(onlyJob().getDuedate()).isEqualTo(NEXT);
        ENGINE.run(onlyJob());
        assertThat(CALLED).containsExactly("freezeSnapshot", "remindOfReview", "remindOfReview");
        ENGINE.hasPassed(
                "Timer_FirstReminder", "ServiceTask_RemindOfReview", "Timer_NextReminder", "Flow_NextReminderToRemind");

        ENGINE.complete(TASK_SIGN_OFF, Map.of());
        ENGINE.hasEnded();
    }

    @Test
    void isMissedOnceTheNextOneOpens() {
        ENGINE.run(onlyJob());
        ENGINE.run(onlyJob());
        ENGINE.send(MESSAGE_MISSED, Map.of());

        ENGINE.hasPassed("MessageEvent_ReviewMissed", "EndEvent_ReviewMissed");
        ENGINE.hasNotPassed("ServiceTask_TellLeadership");
        ENGINE.hasEnded();
    }

    private static Job onlyJob() {
        assertThat(ENGINE.jobs()).hasSize(1);
        return ENGINE.jobs().get(0);
    }

    /** Public for the engine's expressions. */
    public static final class Review {

        Date next = FIRST;

        public Date opensAt(DelegateExecution execution) {
            return OPENS;
        }

        public Date due(DelegateExecution execution) {
            return DUE;
        }

        public Date nextNotice(DelegateExecution execution) {
            return next;
        }
    }
}
