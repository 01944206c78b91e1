package io.closeout.workflow.process;

import static io.closeout.workflow.TrackConditionalStatus.KEY;
import static io.closeout.workflow.TrackConditionalStatus.MESSAGE_STATUS_WITHDRAWN;
import static io.closeout.workflow.TrackConditionalStatus.TASK_AFFIRM_CONDITIONAL;
import static io.closeout.workflow.TrackConditionalStatus.TASK_AFFIRM_FINAL;
import static io.closeout.workflow.TrackConditionalStatus.TASK_RECORD_CLOSEOUT;
import static io.closeout.workflow.TrackConditionalStatus.TIMER_FIRST_NOTICE;
import static io.closeout.workflow.TrackConditionalStatus.TIMER_NEXT_NOTICE;
import static io.closeout.workflow.TrackConditionalStatus.VARIABLE_AFFIRMATION_AHEAD;
import static io.closeout.workflow.TrackConditionalStatus.VARIABLE_CLOSED_OUT;
import static io.closeout.workflow.TrackConditionalStatus.VARIABLE_CONDITIONAL;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrackConditionalStatusProcessTest {

    private static final Date ENDS = at("2026-08-30T00:00:00Z");
    private static final Date CLOSEOUT_DUE = at("2026-08-29T23:59:59Z");
    private static final Date AFFIRM_BY = at("2026-03-09T23:59:59Z");
    private static final Date NEXT_AFFIRMATION = at("2027-01-31T08:00:00Z");
    private static final Date NEXT_NOTICE = at("2026-05-31T08:00:00Z");
    private static final List<String> CALLED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "recordCloseout",
                    listener("recordCloseout"),
                    "affirmStatus",
                    listener("affirmStatus"),
                    "expireStatus",
                    (JavaDelegate) execution -> CALLED.add("expireStatus"),
                    "tellOfStatus",
                    (JavaDelegate) execution -> CALLED.add("tellOfStatus"),
                    "cmmcStatus",
                    new Dates()));

    @BeforeEach
    void nothingCalled() {
        CALLED.clear();
    }

    @Nested
    class AConditionalStatus {

        @BeforeEach
        void isRecorded() {
            ENGINE.start("7", Map.of(VARIABLE_CONDITIONAL, true));
        }

        @Test
        void isAffirmedByLeadershipAndClosedOutByTheIssmSideBySide() {
            assertThat(groupsOf(task(TASK_AFFIRM_CONDITIONAL))).containsExactly("leadership");
            assertThat(task(TASK_AFFIRM_CONDITIONAL).getDueDate()).isEqualTo(AFFIRM_BY);
            assertThat(groupsOf(task(TASK_RECORD_CLOSEOUT))).containsExactly("issm");
            assertThat(task(TASK_RECORD_CLOSEOUT).getDueDate()).isEqualTo(CLOSEOUT_DUE);
        }

        @Test
        void isFinalOnceEverythingIsMetAndIsAffirmedThen() {
            complete(TASK_AFFIRM_CONDITIONAL, Map.of());
            complete(TASK_RECORD_CLOSEOUT, Map.of(VARIABLE_CLOSED_OUT, true));

            ENGINE.hasPassed("EndEvent_ConditionalAffirmed", "Flow_ClosedOut", "EndEvent_ClosedOut", TASK_AFFIRM_FINAL);
            ENGINE.hasNotPassed("ServiceTask_ExpireStatus", "Flow_NotClosedOut");
            ENGINE.waitingAt(TASK_AFFIRM_FINAL);
        }

        @Test
        void needsNoAffirmationAsConditionalOnceItIsClosedOut() {
            complete(TASK_RECORD_CLOSEOUT, Map.of(VARIABLE_CLOSED_OUT, true));

            ENGINE.waitingAt(TASK_AFFIRM_FINAL);
            assertThat(CALLED).containsExactly("recordCloseout");
        }

        @Test
        void staysConditionalWithSomethingNotMetAndIsClosedOutAgain() {
            complete(TASK_RECORD_CLOSEOUT, Map.of(VARIABLE_CLOSED_OUT, false));
            ENGINE.hasPassed("Flow_NotClosedOut", TASK_RECORD_CLOSEOUT);
            assertThat(timer("Timer_ConditionalEnds").getDuedate()).isEqualTo(ENDS);

            complete(TASK_RECORD_CLOSEOUT, Map.of(VARIABLE_CLOSED_OUT, true));
            ENGINE.hasPassed("EndEvent_ClosedOut");
        }

        @Test
        void expiresWhenDay180IsOverAndTakesItsTasksAlong() {
            complete(TASK_AFFIRM_CONDITIONAL, Map.of());
            assertThat(timer("Timer_ConditionalEnds").getDuedate()).isEqualTo(ENDS);

            ENGINE.run(timer("Timer_ConditionalEnds"));

            ENGINE.hasPassed(
                    "Timer_ConditionalEnds",
                    "Flow_ConditionalEnds",
                    "ServiceTask_ExpireStatus",
                    "EndEvent_StatusExpired");
            assertThat(CALLED).endsWith("expireStatus");
            ENGINE.hasEnded();
        }

        @Test
        void isWarnedOfWithOneTimerThatStartsAnew() {
            assertThat(timer(TIMER_FIRST_NOTICE).getDuedate()).isEqualTo(NEXT_NOTICE);
            ENGINE.run(timer(TIMER_FIRST_NOTICE));
            assertThat(timer(TIMER_NEXT_NOTICE).getDuedate()).isEqualTo(NEXT_NOTICE);
            ENGINE.run(timer(TIMER_NEXT_NOTICE));

            assertThat(CALLED).containsExactly("tellOfStatus", "tellOfStatus");
            assertThat(ENGINE.jobs()).hasSize(2);
            assertThat(timer(TIMER_FIRST_NOTICE)).isNull();
            assertThat(task(TASK_RECORD_CLOSEOUT)).isNotNull();
        }

        @Test
        void endsWithItsWarningsWhenItExpires() {
            ENGINE.run(timer(TIMER_FIRST_NOTICE));
            ENGINE.run(timer("Timer_ConditionalEnds"));

            ENGINE.hasEnded();
        }

        @Test
        void endsWhereverItStandsWhenItIsWithdrawn() {
            ENGINE.run(timer(TIMER_FIRST_NOTICE));
            ENGINE.send(MESSAGE_STATUS_WITHDRAWN, Map.of());

            ENGINE.hasPassed("MessageEvent_StatusWithdrawn", "EndEvent_StatusWithdrawn");
            ENGINE.hasNotPassed("ServiceTask_ExpireStatus");
            ENGINE.hasEnded();
        }
    }

    @Nested
    class AFinalStatus {

        @BeforeEach
        void isRecorded() {
            ENGINE.start("8", Map.of(VARIABLE_CONDITIONAL, false));
        }

        @Test
        void isAffirmedEveryYearUntilNothingIsAhead() {
            assertThat(groupsOf(ENGINE.waitingAt(TASK_AFFIRM_FINAL))).containsExactly("leadership");
            affirm(true);
            assertThat(timer("Timer_NextAffirmation").getDuedate()).isEqualTo(NEXT_AFFIRMATION);
            ENGINE.run(timer("Timer_NextAffirmation"));
            affirm(true);
            ENGINE.run(timer("Timer_NextAffirmation"));
            affirm(false);

            ENGINE.hasPassed(
                    "Flow_StatusFinal",
                    TASK_AFFIRM_FINAL,
                    "Flow_AffirmationAhead",
                    TASK_AFFIRM_FINAL,
                    "Flow_AffirmationAhead",
                    TASK_AFFIRM_FINAL,
                    "EndEvent_AllAffirmed",
                    "Timer_StatusEnds");
            ENGINE.hasNotPassed("SubProcess_ConditionalPeriod");
        }

        @Test
        void expiresWhenThreeYearsAreOver() {
            affirm(false);
            assertThat(timer("Timer_StatusEnds").getDuedate()).isEqualTo(ENDS);

            ENGINE.run(timer("Timer_StatusEnds"));

            ENGINE.hasPassed("Flow_StatusEndsToExpireStatus", "EndEvent_StatusExpired");
            assertThat(CALLED).containsExactly("affirmStatus", "expireStatus");
            ENGINE.hasEnded();
        }

        @Test
        void expiresEvenThoughNobodyAffirmed() {
            assertThat(timer("Timer_FinalEnds").getDuedate()).isEqualTo(ENDS);

            ENGINE.run(timer("Timer_FinalEnds"));

            ENGINE.hasPassed("Flow_FinalEnds", "ServiceTask_ExpireStatus", "EndEvent_StatusExpired");
            assertThat(CALLED).containsExactly("expireStatus");
            ENGINE.hasEnded();
        }

        private void affirm(boolean ahead) {
            complete(TASK_AFFIRM_FINAL, Map.of(VARIABLE_AFFIRMATION_AHEAD, ahead));
        }
    }

    private static Task task(String id) {
        return ENGINE.engine()
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(id)
                .singleResult();
    }

    private static void complete(String id, Map<String, Object> answers) {
        ENGINE.engine().getTaskService().complete(task(id).getId(), answers);
    }

    private static Job timer(String event) {
        return ENGINE.engine()
                .getManagementService()
                .createJobQuery()
                .activityId(event)
                .singleResult();
    }

    private static List<String> groupsOf(Task task) {
        return ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private static TaskListener listener(String name) {
        return task -> CALLED.add(name);
    }

    private static Date at(String moment) {
        return Date.from(Instant.parse(moment));
    }

    /** Public for the engine's expressions. */
    public static final class Dates {

        public Date ends(DelegateExecution execution) {
            return ENDS;
        }

        public Date closeoutDue(DelegateExecution execution) {
            return CLOSEOUT_DUE;
        }

        public Date affirmBy(DelegateExecution execution) {
            return AFFIRM_BY;
        }

        public Date nextAffirmation(DelegateExecution execution) {
            return NEXT_AFFIRMATION;
        }

        public Date nextNotice(DelegateExecution execution) {
            return NEXT_NOTICE;
        }
    }
}
