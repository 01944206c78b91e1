package io.closeout.workflow.process;

import static io.closeout.workflow.AcceptRisk.KEY;
import static io.closeout.workflow.AcceptRisk.MESSAGE_OVER;
import static io.closeout.workflow.AcceptRisk.MESSAGE_REVIEW_NEEDED;
import static io.closeout.workflow.AcceptRisk.MESSAGE_WITHDRAWN;
import static io.closeout.workflow.AcceptRisk.TASK_DECIDE;
import static io.closeout.workflow.AcceptRisk.TASK_LEADERSHIP_DECIDE;
import static io.closeout.workflow.AcceptRisk.TASK_LEADERSHIP_REVIEW;
import static io.closeout.workflow.AcceptRisk.TASK_RENEW;
import static io.closeout.workflow.AcceptRisk.TASK_REVIEW;
import static io.closeout.workflow.AcceptRisk.VARIABLE_DECISION;
import static io.closeout.workflow.AcceptRisk.VARIABLE_ITEM_ID;
import static io.closeout.workflow.AcceptRisk.VARIABLE_REQUEST_ID;
import static io.closeout.workflow.AcceptRisk.VARIABLE_REVIEW;
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

class AcceptRiskProcessTest {

    private static final Date DECIDE_BY = date("2026-03-05T22:59:59Z");
    private static final Date REVIEW = date("2026-05-01T07:00:00Z");
    private static final Date RENEWAL = date("2026-07-01T07:00:00Z");
    private static final Date END = date("2026-07-31T22:59:59Z");
    private static final List<String> CALLED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.ofEntries(
                    Map.entry("decideAcceptance", listener("decide")),
                    Map.entry("reviewAcceptance", listener("review")),
                    Map.entry("renewAcceptance", listener("renew")),
                    Map.entry("openReview", delegate("openReview")),
                    Map.entry("expireAcceptance", delegate("expire")),
                    Map.entry("remindPeople", delegate("remind")),
                    Map.entry("reminder", new ReminderDouble()),
                    Map.entry("acceptance", new Dates()),
                    Map.entry("assignment", new StepDoubles().new Assignment()),
                    Map.entry("deadline", new StepDoubles().new Deadline())));

    @BeforeEach
    void aRequest() {
        CALLED.clear();
        ENGINE.start("17", Map.of(VARIABLE_REQUEST_ID, 17L, VARIABLE_ITEM_ID, "POA-2026-001"));
    }

    @Nested
    class ARequest {

        @Test
        void isDecidedByTheIssmAndThenByLeadership() {
            assertThat(groupsOf(ENGINE.waitingAt(TASK_DECIDE))).containsExactly("issm");
            decide("leadership");
            assertThat(groupsOf(ENGINE.waitingAt(TASK_LEADERSHIP_DECIDE))).containsExactly("leadership");
            assertThat(ENGINE.waitingAt(TASK_LEADERSHIP_DECIDE).getDueDate()).isEqualTo(DECIDE_BY);
            leadershipDecides("approved");

            ENGINE.hasPassed(
                    "StartEvent_AcceptanceAsked",
                    TASK_DECIDE,
                    "Flow_LeadershipNeeded",
                    TASK_LEADERSHIP_DECIDE,
                    "Flow_LeadershipApproved",
                    "SubProcess_InForce");
            assertThat(timer("Timer_ReviewDue").getDuedate()).isEqualTo(REVIEW);
            assertThat(timer("Timer_RenewalDue").getDuedate()).isEqualTo(RENEWAL);
            assertThat(timer("Timer_AcceptanceExpired").getDuedate()).isEqualTo(END);
        }

        @Test
        void isDecidedByTheIssmAloneWhereTheTableSaysSo() {
            decide("approved");
            ENGINE.hasPassed("Flow_AcceptanceApproved", "SubProcess_InForce");
            ENGINE.hasNotPassed(TASK_LEADERSHIP_DECIDE);
        }

        @Test
        void isRefusedByTheIssm() {
            decide("refused");
            ENGINE.hasPassed("Flow_AcceptanceRefused", "EndEvent_AcceptanceRefused");
            ENGINE.hasNotPassed("SubProcess_InForce");
            ENGINE.hasEnded();
        }

        @Test
        void withoutAnAnswerIsNoApproval() {
            decide("perhaps");
            ENGINE.hasPassed("EndEvent_AcceptanceRefused");
            ENGINE.hasEnded();
        }

        @Test
        void isRefusedByLeadership() {
            decide("leadership");
            leadershipDecides("refused");
            ENGINE.hasPassed("Flow_LeadershipRefused", "EndEvent_LeadershipRefused");
            ENGINE.hasEnded();
        }

        @Test
        void endsWhenItsItemTakesAnotherWay() {
            ENGINE.send(MESSAGE_WITHDRAWN, Map.of());
            ENGINE.hasPassed("MessageEvent_RequestWithdrawn", "EndEvent_RequestWithdrawn");
            ENGINE.hasEnded();
        }

        @Test
        void isRemindedOfAtBothDesks() {
            ENGINE.run(timer("Timer_DecisionWaits"));
            decide("leadership");
            assertThat(timer("Timer_LeadershipDecisionWaits").getDuedate()).isEqualTo(ReminderDouble.FIRST);
            ENGINE.run(timer("Timer_LeadershipDecisionWaits"));

            assertThat(CALLED).containsExactly("remind", "decide", "remind");
            ENGINE.hasPassed("Flow_DecisionWaits", "EndEvent_Reminded", "Flow_LeadershipDecisionWaits");
        }
    }

    @Nested
    class InForce {

        @BeforeEach
        void approved() {
            decide("approved");
            CALLED.clear();
        }

        @Test
        void isReviewedWhenTheDayComesAndWaitsAgain() {
            ENGINE.run(timer("Timer_ReviewDue"));
            assertThat(groupsOf(ENGINE.waitingAt(TASK_REVIEW))).containsExactly("issm");
            assertThat(ENGINE.waitingAt(TASK_REVIEW).getDueDate()).isEqualTo(DECIDE_BY);
            review("stands");

            ENGINE.hasPassed(
                    "Timer_ReviewDue",
                    "ServiceTask_OpenReview",
                    TASK_REVIEW,
                    "Flow_AcceptanceStands",
                    "Gateway_NextLook");
            assertThat(CALLED).containsExactly("openReview", "review");
            assertThat(timer("Timer_ReviewDue").getDuedate()).isEqualTo(REVIEW);
        }

        @Test
        void isReviewedBeforeWhenSomethingAsksForIt() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            ENGINE.hasPassed("MessageEvent_ReviewNeeded", "Flow_ReviewNeededToOpenReview");
            ENGINE.waitingAt(TASK_REVIEW);
            assertThat(timers("Timer_ReviewDue")).isEmpty();
        }

        @Test
        void isConfirmedByLeadershipAsWellWhereWhatItSignedHasChanged() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            review("leadership");
            assertThat(groupsOf(ENGINE.waitingAt(TASK_LEADERSHIP_REVIEW))).containsExactly("leadership");
            ENGINE.complete(TASK_LEADERSHIP_REVIEW, Map.of(VARIABLE_REVIEW, "stands"));

            ENGINE.hasPassed("Flow_LeadershipLooksToo", "Flow_LeadershipLetsStand", "Gateway_NextLook");
            assertThat(timers("Timer_ReviewDue")).hasSize(1);
        }

        @Test
        void endsAtAReview() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            review("ended");
            ENGINE.hasPassed("Flow_AcceptanceEnds", "EndEvent_NotKept", "Flow_NotKept", "EndEvent_AcceptanceEnded");
            ENGINE.hasEnded();
        }

        @Test
        void endsAtLeadershipsReview() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            review("leadership");
            ENGINE.complete(TASK_LEADERSHIP_REVIEW, Map.of(VARIABLE_REVIEW, "ended"));
            ENGINE.hasPassed("Flow_LeadershipEnds", "EndEvent_AcceptanceEnded");
            ENGINE.hasEnded();
        }

        @Test
        void remindsItsReviewers() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            ENGINE.run(timer("Timer_ReviewWaits"));
            review("leadership");
            ENGINE.run(timer("Timer_LeadershipReviewWaits"));

            assertThat(CALLED).containsExactly("openReview", "remind", "review", "remind");
            ENGINE.hasPassed("Flow_ReviewWaits", "EndEvent_ReviewersReminded", "Flow_LeadershipReviewWaits");
        }

        @Test
        void asksItsOwnerInTimeWhetherToRenewIt() {
            ENGINE.run(timer("Timer_RenewalDue"));
            Task task = ENGINE.waitingAt(TASK_RENEW);
            assertThat(groupsOf(task)).containsExactly("ot-team");
            assertThat(task.getDueDate()).isEqualTo(END);
            ENGINE.run(timer("Timer_RenewalWaits"));
            ENGINE.complete(TASK_RENEW, Map.of());

            ENGINE.hasPassed("Flow_RenewalDue", TASK_RENEW, "Flow_RenewalWaits", "EndEvent_RenewalAnswered");
            assertThat(timers("Timer_AcceptanceExpired")).hasSize(1);
        }

        @Test
        void expiresWithEverythingThatStillWaits() {
            ENGINE.run(timer("Timer_RenewalDue"));
            ENGINE.run(timer("Timer_AcceptanceExpired"));

            assertThat(CALLED).containsExactly("expire");
            ENGINE.hasPassed("Flow_AcceptanceExpired", "ServiceTask_ExpireAcceptance", "EndEvent_AcceptanceExpired");
            ENGINE.hasEnded();
        }

        @Test
        void expiresWhileItIsReviewed() {
            ENGINE.send(MESSAGE_REVIEW_NEEDED, Map.of());
            ENGINE.run(timer("Timer_AcceptanceExpired"));
            ENGINE.hasEnded();
        }

        @Test
        void isOverWhenSomethingElseEndsIt() {
            ENGINE.run(timer("Timer_RenewalDue"));
            ENGINE.send(MESSAGE_OVER, Map.of());

            ENGINE.hasPassed("MessageEvent_AcceptanceOver", "EndEvent_AcceptanceOver");
            assertThat(CALLED).doesNotContain("expire");
            ENGINE.hasEnded();
        }
    }

    private static void decide(String answer) {
        ENGINE.complete(TASK_DECIDE, Map.of(VARIABLE_DECISION, answer));
    }

    private static void leadershipDecides(String answer) {
        ENGINE.complete(TASK_LEADERSHIP_DECIDE, Map.of(VARIABLE_DECISION, answer));
    }

    private static void review(String answer) {
        ENGINE.complete(TASK_REVIEW, Map.of(VARIABLE_REVIEW, answer));
    }

    private static Job timer(String id) {
        assertThat(timers(id)).as(id).hasSize(1);
        return timers(id).get(0);
    }

    private static List<Job> timers(String id) {
        return ENGINE.engine()
                .getManagementService()
                .createJobQuery()
                .activityId(id)
                .list();
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

    private static JavaDelegate delegate(String name) {
        return execution -> CALLED.add(name);
    }

    private static Date date(String text) {
        return Date.from(Instant.parse(text));
    }

    /** Public for the engine's expressions. */
    public static final class Dates {

        public Date decideBy(DelegateExecution execution) {
            return DECIDE_BY;
        }

        public Date reviewBy(DelegateExecution execution) {
            return DECIDE_BY;
        }

        public Date nextReview(DelegateExecution execution) {
            return REVIEW;
        }

        public Date renewalDue(DelegateExecution execution) {
            return RENEWAL;
        }

        public Date endsAt(DelegateExecution execution) {
            return END;
        }
    }
}
