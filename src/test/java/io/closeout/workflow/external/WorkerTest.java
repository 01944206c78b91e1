package io.closeout.workflow.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.EngineTest;
import io.closeout.workflow.ExternalWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class WorkerTest {

    @Autowired
    ExternalTaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    Worker worker;

    @BeforeEach
    void aScanWaitsToBeRead() {
        repository
                .createDeployment()
                .addModelInstance(
                        "read.bpmn",
                        Bpmn.createExecutableProcess("read")
                                .camundaHistoryTimeToLiveString("P3650D")
                                .startEvent("StartEvent_Received")
                                .serviceTask("ServiceTask_Read")
                                .camundaExternalTask("readScan")
                                .serviceTask("ServiceTask_Compare")
                                .camundaExternalTask("compareScan")
                                .endEvent("EndEvent_Read")
                                .done())
                .deploy();
        runtime.startProcessInstanceByKey("read", "scan-7");
    }

    @AfterEach
    void clean() {
        worker.stop();
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void completesTheTaskWithWhatTheWorkAnswers() {
        startWorker((task, heartbeat) -> {
            heartbeat.beat();
            return Map.of("scanState", "readable");
        });
        await(() -> openTask() == null);
        assertThat(runtime.createVariableInstanceQuery().singleResult().getValue())
                .isEqualTo("readable");
    }

    @Test
    void aFailureLeavesFewerTriesAndAPause() {
        startWorker((task, heartbeat) -> {
            throw new IllegalStateException("disk full");
        });
        await(() -> openTask().getRetries() != null);
        assertThat(openTask().getRetries()).isEqualTo(2);
        assertThat(openTask().getErrorMessage()).contains("disk full");
    }

    @Test
    void theLastFailureIsAnIncident() {
        tasks.setRetries(openTask().getId(), 1);
        startWorker((task, heartbeat) -> {
            throw new IllegalStateException("disk full");
        });
        await(() -> runtime.createIncidentQuery().count() == 1);
        assertThat(openTask().getRetries()).isZero();
    }

    @Test
    void aKilledNodeResumesItsWorkAtOnce() {
        tasks.fetchAndLock(1, "node-1")
                .topic("readScan", Duration.ofHours(1).toMillis())
                .execute();
        startWorker((task, heartbeat) -> Map.of());
        await(() -> openTask() == null);
    }

    private void startWorker(Work work) {
        worker = new Worker(tasks, List.of(work), new WorkerSettings(1, "node-1"));
        worker.start();
    }

    private ExternalTask openTask() {
        return tasks.createExternalTaskQuery().topicName("readScan").singleResult();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 seconds").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private interface Work extends ExternalWork {

        @Override
        default String topic() {
            return "readScan";
        }

        @Override
        Map<String, Object> work(LockedExternalTask task, Heartbeat heartbeat);
    }
}
