package io.closeout.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.ImportScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportScanProcessTest {

    private static final List<String> TOLD = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(ImportScan.KEY, Map.of("tellOutcome", (JavaDelegate)
            execution -> TOLD.add(execution.getProcessBusinessKey())));

    @BeforeEach
    void aScanWasReceived() {
        TOLD.clear();
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
                "ServiceTask_CommitScan",
                "ServiceTask_TellOutcome",
                "EndEvent_ScanCommitted");
        ENGINE.hasNotPassed("EndEvent_ScanRefused");
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
