package io.closeout.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.ImportScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportScanProcessTest {

    private static final List<String> TOLD = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            ImportScan.KEY,
            Map.of(
                    "tellOutcome",
                    (JavaDelegate) execution -> TOLD.add(execution.getProcessBusinessKey()),
                    "judgeImport",
                    (JavaDelegate) execution ->
                            execution.setVariable(ImportScan.VARIABLE_IMPORT_HELD, ImportScanProcessTest.strange),
                    "heldImport",
                    new Held(),
                    "decideImport",
                    (TaskListener) task -> TOLD.add("decided"),
                    "reminder",
                    new ReminderDouble(),
                    "remindPeople",
                    (JavaDelegate) execution -> TOLD.add("reminded")));

    private static final Date DECIDE_BY = Date.from(Instant.parse("2030-03-05T18:00:00Z"));

    private static boolean strange;

    /** Public for the engine's expressions. */
    public static final class Held {

        public Date decideBy(DelegateExecution execution) {
            return DECIDE_BY;
        }

        public List<String> deciders(DelegateExecution execution) {
            return List.of("it");
        }
    }

    @BeforeEach
    void aScanWasReceived() {
        TOLD.clear();
        strange = false;
        ENGINE.start("7", Map.of(ImportScan.VARIABLE_SCAN_ID, 7L));
    }

    @Test
    void aReadableScanIsComparedCommittedAndTold() {
        work(ImportScan.TOPIC_READ, Map.of(ImportScan.VARIABLE_SCAN_STATE, ImportScan.READABLE));
        work(ImportScan.TOPIC_COMPARE, Map.of());
        work(ImportScan.TOPIC_COMMIT, Map.of());
        ENGINE.run(ENGINE.jobs().get(0));

        ENGINE.hasPassed(
                "StartEvent_ScanReceived",
                "ServiceTask_ReadScan",
                "Gateway_ScanReadable",
                "Flow_ScanReadable",
                "ServiceTask_CompareScan",
                "BusinessRuleTask_JudgeImport",
                "Gateway_ImportHeld",
                "Flow_ImportNotHeld",
                "ServiceTask_CommitScan",
                "ServiceTask_TellOutcome",
                "EndEvent_ScanCommitted");
        ENGINE.hasNotPassed("EndEvent_ScanRefused", "UserTask_DecideImport");
        assertThat(TOLD).containsExactly("7");
        ENGINE.hasEnded();
    }

    @Test
    void aRefusedScanEndsThere() {
        work(ImportScan.TOPIC_READ, Map.of(ImportScan.VARIABLE_SCAN_STATE, ImportScan.REFUSED));

        ENGINE.hasPassed("Flow_ScanNotReadable", "EndEvent_ScanRefused");
        ENGINE.hasNotPassed("ServiceTask_CompareScan", "ServiceTask_CommitScan", "ServiceTask_TellOutcome");
        ENGINE.hasEnded();
    }

    @Test
    void theCommitStandsBeforeAnybodyIsTold() {
        work(ImportScan.TOPIC_READ, Map.of(ImportScan.VARIABLE_SCAN_STATE, ImportScan.READABLE));
        work(ImportScan.TOPIC_COMPARE, Map.of());
        work(ImportScan.TOPIC_COMMIT, Map.of());

        assertThat(TOLD).isEmpty();
        assertThat(ENGINE.jobs()).hasSize(1);
    }

    @Test
    void aHeldImportIsATaskOfTheIssmAndOfWhoAskedForThePreview() {
        held();

        var task = ENGINE.waitingAt(ImportScan.TASK_DECIDE);
        assertThat(task.getDueDate()).isEqualTo(DECIDE_BY);
        assertThat(ENGINE.engine().getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId() + "/" + link.getUserId())
                .containsExactlyInAnyOrder("issm/null", "null/it");
        ENGINE.hasPassed("Flow_ImportHeld");
        ENGINE.hasNotPassed("ServiceTask_CommitScan");
    }

    @Test
    void aHeldImportIsCommittedWhenItCounts() {
        held();
        ENGINE.complete(ImportScan.TASK_DECIDE, Map.of(ImportScan.VARIABLE_IMPORT_DECISION, ImportScan.COMMIT));
        work(ImportScan.TOPIC_COMMIT, Map.of());
        ENGINE.run(ENGINE.jobs().get(0));

        ENGINE.hasPassed(
                "Gateway_ImportDecided", "Flow_ImportCounts", "ServiceTask_CommitScan", "EndEvent_ScanCommitted");
        assertThat(TOLD).containsExactly("decided", "7");
        ENGINE.hasEnded();
    }

    @Test
    void aDiscardedImportEndsThere() {
        held();
        ENGINE.complete(ImportScan.TASK_DECIDE, Map.of(ImportScan.VARIABLE_IMPORT_DECISION, ImportScan.DISCARD));

        ENGINE.hasPassed("Flow_ImportDiscarded", "EndEvent_ImportDiscarded");
        ENGINE.hasNotPassed("ServiceTask_CommitScan");
        ENGINE.hasEnded();
    }

    @Test
    void peopleAreRemindedWhileItWaits() {
        held();

        assertThat(ENGINE.jobs()).singleElement().satisfies(timer -> assertThat(timer.getDuedate())
                .isEqualTo(ReminderDouble.FIRST));
        ENGINE.run(ENGINE.jobs().get(0));

        assertThat(TOLD).containsExactly("reminded");
        ENGINE.hasPassed("Timer_DecisionWaits", "ServiceTask_RemindPeople", "EndEvent_PeopleReminded");
        ENGINE.waitingAt(ImportScan.TASK_DECIDE);
    }

    private static void held() {
        strange = true;
        work(ImportScan.TOPIC_READ, Map.of(ImportScan.VARIABLE_SCAN_STATE, ImportScan.READABLE));
        work(ImportScan.TOPIC_COMPARE, Map.of());
    }

    private static void work(String topic, Map<String, Object> results) {
        var external = ENGINE.engine().getExternalTaskService();
        List<LockedExternalTask> tasks = external.fetchAndLock(10, "test")
                .topic(topic, 60_000)
                .businessKey("7")
                .execute();
        assertThat(tasks).hasSize(1);
        external.complete(tasks.get(0).getId(), "test", results);
    }
}
