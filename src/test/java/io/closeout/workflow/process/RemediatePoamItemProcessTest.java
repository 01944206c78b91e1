package io.closeout.workflow.process;

import static io.closeout.workflow.RemediatePoamItem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemediatePoamItemProcessTest {

    private static final StepDoubles STEPS = new StepDoubles();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(KEY, STEPS.byName());

    @BeforeEach
    void reset() {
        STEPS.reset();
    }

    @Test
    void anItemRunsFromDetectionToAVerifiedClose() {
        aFixToVerify();
        ENGINE.complete(TASK_VERIFY, Map.of(VARIABLE_VERIFIED, true));

        ENGINE.hasPassed(
                "StartEvent_ItemOpened",
                "BusinessRuleTask_ProposeTriage",
                TASK_TRIAGE,
                "SubProcess_Remediation",
                TASK_PLAN,
                TASK_SIGN_OFF,
                TASK_REMEDIATE,
                TASK_VERIFY,
                "EndEvent_FixVerified",
                "ServiceTask_RecordClosure",
                "EndEvent_ItemClosed");
        ENGINE.hasNotPassed(TASK_LEADERSHIP_SIGN_OFF, TASK_CONFIRM_CLOSURE, "ServiceTask_TellPeople");
        assertThat(STEPS.called)
                .containsExactly(
                        "proposeTriage",
                        "triageItem",
                        "submitPlan",
                        "signOffDate",
                        "reportFixed",
                        "verifyFix",
                        "recordClosure");
        ENGINE.hasEnded();
    }

    @Nested
    class Triage {

        @Test
        void isSkippedWhereTheTableNeedsNoPerson() {
            STEPS.triageNeeded = false;
            anItem();
            ENGINE.waitingAt(TASK_PLAN);
            ENGINE.hasPassed("Flow_NoTriageNeeded", "SubProcess_Remediation");
            ENGINE.hasNotPassed(TASK_TRIAGE);
        }

        @Test
        void isForTheIssm() {
            anItem();
            assertThat(groupsOf(ENGINE.waitingAt(TASK_TRIAGE))).containsExactly("issm");
        }

        @Test
        void isOvertakenByAProofOfAbsence() {
            anItem();
            decide(PATH_ABSENT);
            ENGINE.hasPassed("MessageEvent_PathDecidedInTriage", "Flow_WeaknessAbsent", "ServiceTask_RecordClosure");
            ENGINE.hasNotPassed("SubProcess_Remediation");
            ENGINE.hasEnded();
        }
    }

    @Nested
    class SignOff {

        @Test
        void refusedLeadsToANewPlan() {
            aPlanToSignOff();
            signOff("refused");
            ENGINE.waitingAt(TASK_PLAN);
            ENGINE.hasPassed("Flow_DateRefused", TASK_PLAN);
            ENGINE.hasNotPassed(TASK_REMEDIATE);
        }

        @Test
        void withoutAnAnswerIsNoApproval() {
            aPlanToSignOff();
            signOff("perhaps");
            ENGINE.waitingAt(TASK_PLAN);
        }

        @Test
        void beyondTheDeadlineNeedsLeadershipAsWell() {
            aPlanToSignOff();
            signOff("leadership");
            assertThat(groupsOf(ENGINE.waitingAt(TASK_LEADERSHIP_SIGN_OFF))).containsExactly("leadership");

            ENGINE.complete(TASK_LEADERSHIP_SIGN_OFF, Map.of(VARIABLE_SIGN_OFF, "approved"));
            ENGINE.waitingAt(TASK_REMEDIATE);
            ENGINE.hasPassed("Flow_LeadershipNeeded", TASK_LEADERSHIP_SIGN_OFF, "Flow_LeadershipApproved");
            assertThat(STEPS.called).containsSubsequence("signOffDate", "signOffDate");
        }

        @Test
        void refusedByLeadershipLeadsToANewPlan() {
            aPlanToSignOff();
            signOff("leadership");
            ENGINE.complete(TASK_LEADERSHIP_SIGN_OFF, Map.of(VARIABLE_SIGN_OFF, "refused"));
            ENGINE.waitingAt(TASK_PLAN);
            ENGINE.hasPassed("Flow_LeadershipRefused", TASK_PLAN);
            ENGINE.hasNotPassed(TASK_REMEDIATE);
        }
    }

    @Nested
    class Verification {

        @Test
        void failedByAPersonLeadsBackToWork() {
            aFixToVerify();
            ENGINE.complete(TASK_VERIFY, Map.of(VARIABLE_VERIFIED, false));
            ENGINE.waitingAt(TASK_REMEDIATE);
            ENGINE.hasPassed("Flow_FixNotVerified", TASK_REMEDIATE);
            ENGINE.hasNotPassed("ServiceTask_RecordClosure");
        }

        @Test
        void byARescanClosesWithoutAPerson() {
            aFixToVerify();
            ENGINE.send(MESSAGE_RESCAN_JUDGED, Map.of(VARIABLE_VERIFIED, true));
            ENGINE.hasPassed("MessageEvent_RescanJudged", "Flow_FixVerified", "ServiceTask_RecordClosure");
            assertThat(STEPS.called).contains("recordClosure").doesNotContain("verifyFix");
            ENGINE.hasEnded();
        }

        @Test
        void byARescanThatStillSeesItLeadsBackToWork() {
            aFixToVerify();
            ENGINE.send(MESSAGE_RESCAN_JUDGED, Map.of(VARIABLE_VERIFIED, false));
            ENGINE.waitingAt(TASK_REMEDIATE);
            ENGINE.hasPassed("MessageEvent_RescanJudged", "Flow_FixNotVerified", TASK_REMEDIATE);
        }
    }

    @Nested
    class APathDecidedOutside {

        @Test
        void closesTheItemWhereTheWeaknessIsGone() {
            anItemToPlan();
            decide(PATH_ABSENT);
            ENGINE.hasPassed("MessageEvent_PathDecided", "Gateway_DecidedPath", "Flow_WeaknessAbsent");
            ENGINE.hasNotPassed(TASK_CONFIRM_CLOSURE, "EndEvent_FixVerified");
            assertThat(STEPS.called).last().isEqualTo("recordClosure");
            ENGINE.hasEnded();
        }

        @Test
        void asksTheIssmWhereTheTableSaysSo() {
            anItemToPlan();
            decide(PATH_ASK_ISSM);
            assertThat(groupsOf(ENGINE.waitingAt(TASK_CONFIRM_CLOSURE))).containsExactly("issm");
            ENGINE.hasPassed("MessageEvent_PathDecided", "Flow_AskIssm", TASK_CONFIRM_CLOSURE);
        }

        @Test
        void isConfirmedByTheIssm() {
            anItemToPlan();
            decide(PATH_ASK_ISSM);
            ENGINE.complete(TASK_CONFIRM_CLOSURE, Map.of(VARIABLE_VERIFIED, true));
            ENGINE.hasPassed(TASK_CONFIRM_CLOSURE, "Flow_ClosureConfirmed", "EndEvent_ItemClosed");
            ENGINE.hasEnded();
        }

        @Test
        void isDoubtedByTheIssmAndLeadsToANewPlan() {
            anItemToPlan();
            decide(PATH_ASK_ISSM);
            ENGINE.complete(TASK_CONFIRM_CLOSURE, Map.of(VARIABLE_VERIFIED, false));
            ENGINE.waitingAt(TASK_PLAN);
            ENGINE.hasPassed("Flow_ClosureNotConfirmed", "SubProcess_Remediation", TASK_PLAN);
            ENGINE.hasNotPassed("ServiceTask_RecordClosure");
        }

        @Test
        void mayComeAgainAfterADoubt() {
            anItemToPlan();
            decide(PATH_ASK_ISSM);
            ENGINE.complete(TASK_CONFIRM_CLOSURE, Map.of(VARIABLE_VERIFIED, false));
            decide(PATH_ABSENT);
            ENGINE.hasEnded();
        }
    }

    @Nested
    class Notices {

        @Test
        void waitFromTheOpeningOn() {
            anItem();
            assertThat(onlyTimer().getDuedate()).isEqualTo(StepDoubles.FIRST_NOTICE);
        }

        @Test
        void areToldOneAfterTheOther() {
            anItem();
            STEPS.nextNotice = StepDoubles.NEXT_NOTICE;
            ENGINE.run(onlyTimer());
            assertThat(onlyTimer().getDuedate()).isEqualTo(StepDoubles.NEXT_NOTICE);
            ENGINE.run(onlyTimer());
            assertThat(onlyTimer().getDuedate()).isEqualTo(StepDoubles.NEXT_NOTICE);

            ENGINE.hasPassed(
                    "Timer_FirstNotice",
                    "ServiceTask_TellPeople",
                    "Timer_NextNotice",
                    "Flow_NextNoticeToTellPeople",
                    "ServiceTask_TellPeople",
                    "Timer_NextNotice");
            assertThat(STEPS.called).containsExactly("proposeTriage", "tellPeople", "tellPeople");
        }

        @Test
        void keepOneTimerOverTheWholePath() {
            anItem();
            onlyTimer();
            anItemPlannedFromTriage();
            onlyTimer();
            ENGINE.run(onlyTimer());
            signOff("approved");
            onlyTimer();
            ENGINE.complete(TASK_REMEDIATE, Map.of());
            onlyTimer();
            ENGINE.complete(TASK_VERIFY, Map.of(VARIABLE_VERIFIED, false));
            onlyTimer();
        }

        @Test
        void neverStopTheWork() {
            anItem();
            ENGINE.run(onlyTimer());
            ENGINE.waitingAt(TASK_TRIAGE);
        }

        @Test
        void moveWhenADateMoves() {
            anItem();
            STEPS.nextNotice = StepDoubles.NEXT_NOTICE;
            ENGINE.engine()
                    .getManagementService()
                    .recalculateJobDuedate(onlyTimer().getId(), false);
            assertThat(onlyTimer().getDuedate()).isEqualTo(StepDoubles.NEXT_NOTICE);

            ENGINE.run(onlyTimer());
            STEPS.nextNotice = StepDoubles.FIRST_NOTICE;
            ENGINE.engine()
                    .getManagementService()
                    .recalculateJobDuedate(onlyTimer().getId(), false);
            assertThat(onlyTimer().getDuedate()).isEqualTo(StepDoubles.FIRST_NOTICE);
        }

        @Test
        void endWithTheItem() {
            aFixToVerify();
            ENGINE.run(onlyTimer());
            ENGINE.complete(TASK_VERIFY, Map.of(VARIABLE_VERIFIED, true));
            ENGINE.hasEnded();
        }

        private Job onlyTimer() {
            List<Job> jobs = ENGINE.jobs();
            assertThat(jobs).hasSize(1);
            return jobs.get(0);
        }
    }

    @Nested
    class ATask {

        @Test
        void carriesTheDueDateAndPriorityOfItsItem() {
            anItem();
            Task task = ENGINE.waitingAt(TASK_TRIAGE);
            assertThat(task.getDueDate()).isEqualTo(StepDoubles.DUE);
            assertThat(task.getPriority()).isEqualTo(75);
        }

        @Test
        void goesToTheOwner() {
            STEPS.owner = "ot";
            anItemToPlan();
            assertThat(ENGINE.waitingAt(TASK_PLAN).getAssignee()).isEqualTo("ot");
        }

        @Test
        void goesToTheOwnerGroupWhereNobodyOwnsTheItem() {
            aPlanToSignOff();
            signOff("approved");
            Task task = ENGINE.waitingAt(TASK_REMEDIATE);
            assertThat(task.getAssignee()).isNull();
            assertThat(groupsOf(task)).containsExactly("ot-team");
        }
    }

    @Nested
    class AnAcceptedRisk {

        @Test
        void stopsTheWorkAndWaits() {
            anItemInProgress();
            decide(PATH_ACCEPTED);

            ENGINE.hasPassed("MessageEvent_PathDecided", "Flow_RiskAccepted");
            assertThat(ENGINE.engine().getTaskService().createTaskQuery().list())
                    .isEmpty();
            assertThat(STEPS.called).doesNotContain("recordClosure");
        }

        @Test
        void goesOnWithThePlanThatStands() {
            anItemInProgress();
            decide(PATH_ACCEPTED);
            STEPS.planStands = true;
            decide(PATH_WORK_GOES_ON);

            ENGINE.waitingAt(TASK_REMEDIATE);
            ENGINE.hasPassed(
                    "MessageEvent_AcceptanceEnded",
                    "Flow_AcceptanceEnded",
                    "Flow_WorkGoesOn",
                    "Gateway_PlanStands",
                    "Flow_PlanStands");
        }

        @Test
        void withoutAPlanIsPlannedWhenItEnds() {
            anItemToPlan();
            decide(PATH_ACCEPTED);
            decide(PATH_WORK_GOES_ON);

            ENGINE.waitingAt(TASK_PLAN);
        }

        @Test
        void closesTheItemWhenItsWeaknessIsGone() {
            anItemInProgress();
            decide(PATH_ACCEPTED);
            decide(PATH_ABSENT);

            ENGINE.hasPassed("MessageEvent_AcceptanceEnded", "Flow_WeaknessAbsent", "ServiceTask_RecordClosure");
            ENGINE.hasEnded();
        }

        @Test
        void mayBeAcceptedInTriageAndAgain() {
            anItem();
            decide(PATH_ACCEPTED);
            decide(PATH_WORK_GOES_ON);
            decide(PATH_ACCEPTED);
            decide(PATH_FALSE_POSITIVE);

            ENGINE.hasEnded();
        }

        @Test
        void keepsTheOneTimer() {
            anItemInProgress();
            decide(PATH_ACCEPTED);

            assertThat(ENGINE.engine()
                            .getManagementService()
                            .createJobQuery()
                            .timers()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void anItemThatIsJoinedToAnotherEndsWithoutAClosureAndWithItsTimer() {
        anItemInProgress();
        decide(PATH_JOINED);

        ENGINE.hasPassed("Flow_ItemJoined", "EndEvent_ItemJoined");
        assertThat(STEPS.called).doesNotContain("recordClosure");
        assertThat(ENGINE.engine().getManagementService().createJobQuery().count())
                .isZero();
    }

    @Test
    void aFalsePositiveEndsWithoutAClosure() {
        anItemInProgress();
        decide(PATH_FALSE_POSITIVE);

        ENGINE.hasPassed("Flow_FalsePositive", "EndEvent_FalsePositive");
        assertThat(STEPS.called).doesNotContain("recordClosure");
        assertThat(ENGINE.engine().getManagementService().createJobQuery().count())
                .isZero();
        ENGINE.hasEnded();
    }

    private static void anItem() {
        ENGINE.start("POA-2026-001", Map.of(VARIABLE_ITEM_ID, "POA-2026-001"));
    }

    private static void anItemToPlan() {
        STEPS.triageNeeded = false;
        anItem();
    }

    private static void anItemPlannedFromTriage() {
        ENGINE.complete(TASK_TRIAGE, Map.of());
        ENGINE.complete(TASK_PLAN, Map.of());
    }

    private static void aPlanToSignOff() {
        anItem();
        anItemPlannedFromTriage();
    }

    private static void anItemInProgress() {
        aPlanToSignOff();
        signOff("approved");
    }

    private static void aFixToVerify() {
        aPlanToSignOff();
        signOff("approved");
        ENGINE.complete(TASK_REMEDIATE, Map.of());
    }

    private static void signOff(String answer) {
        ENGINE.complete(TASK_SIGN_OFF, Map.of(VARIABLE_SIGN_OFF, answer));
    }

    private static void decide(String path) {
        ENGINE.send(MESSAGE_PATH_DECIDED, Map.of(VARIABLE_DECIDED_PATH, path));
    }

    private static List<String> groupsOf(Task task) {
        return ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }
}
