package io.closeout.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class RunningInstancesTest {

    private static final Actor REMEDIATOR = new Actor("it", Set.of(Group.REMEDIATOR), "tasklist");
    private static final String FIRST = process("Plan");

    @Autowired
    RunningInstances running;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Ledger ledger;

    @Autowired
    Acting acting;

    private String planning = "";

    @BeforeEach
    void oneThatIsPlanned() {
        deploy(Models.SOURCE, FIRST);
        planning = start();
    }

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void moveToTheNewestShippedVersionAndGoOnThere() {
        deploy(Models.SOURCE, process("Plan it"));

        running.moveAll();

        assertThat(version(planning)).isEqualTo(2);
        complete(planning);
        assertThat(task(planning).getTaskDefinitionKey()).isEqualTo("UserTask_Fix");
        List<LedgerEvent> events = ledger.of("model:tryOut.bpmn");
        LedgerEvent moved = events.get(events.size() - 1);
        assertThat(moved.kind()).isEqualTo("runningInstancesMoved");
        assertThat(moved.field("moved").orElseThrow().after()).isEqualTo("1");
    }

    @Test
    void stayWhereTheNewestVersionHasNoPlaceForThemAndHoldNobodyElseUp() {
        complete(planning);
        String other = start();
        deploy(Models.SOURCE, FIRST.replace("UserTask_Fix", "UserTask_Repair"));

        running.moveAll();

        assertThat(version(planning)).isOne();
        assertThat(task(planning).getTaskDefinitionKey()).isEqualTo("UserTask_Fix");
        assertThat(version(other)).isEqualTo(2);
    }

    @Test
    void stayWhileTheNewestVersionIsAnAnalysts() {
        deploy("Camunda Modeler", process("Analyst's"));

        running.moveAll();

        assertThat(version(planning)).isOne();
    }

    @Test
    void onAnAnalystsVersionGoOnWithIt() {
        deploy("Camunda Modeler", process("Analyst's"));
        String analysts = start();
        deploy(Models.SOURCE, process("Plan it"));

        running.moveAll();

        assertThat(version(analysts)).isEqualTo(2);
        assertThat(version(planning)).isEqualTo(3);
    }

    private void deploy(String source, String process) {
        repository
                .createDeployment()
                .source(source)
                .addString("forms/tryOut.form", TryOut.FORM)
                .addString("processes/tryOut.bpmn", process)
                .deploy();
    }

    private String start() {
        return runtime.startProcessInstanceByKey("tryOut").getId();
    }

    private void complete(String instance) {
        acting.as(REMEDIATOR, () -> tasks.complete(task(instance).getId(), Map.of("plan", "good")));
    }

    private Task task(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private int version(String instance) {
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        return repository.getProcessDefinition(definition).getVersion();
    }

    private static String process(String taskName) {
        return Bpmn.convertToString(TryOut.process(task -> task.name(taskName)));
    }
}
