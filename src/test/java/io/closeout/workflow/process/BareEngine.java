package io.closeout.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One shipped model on an engine that knows nothing else, with doubles for its steps. When the last test of the class has
 * run, every flow node and sequence flow of the model must have been passed; so run the class as a whole.
 */
final class BareEngine implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final String process;
    private final Map<Object, Object> steps;
    private final PassedElements passed = new PassedElements();
    private ProcessEngine engine;

    BareEngine(String process, Map<String, Object> steps) {
        this.process = process;
        this.steps = new HashMap<>(steps);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (engine != null) {
            return; // a nested class
        }
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(process);
        configuration.setJdbcUrl("jdbc:h2:mem:bare-" + process);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setCmmnEnabled(false);
        configuration.setDmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(steps);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(passed)));
        engine = configuration.buildProcessEngine();
        String file = "models/processes/" + process + ".bpmn";
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(file)
                .deploy();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(left -> engine.getRuntimeService()
                .deleteProcessInstance(left.getId(), "the test is over"));
        passed.forgetThisTest();
        ClockUtil.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() != null) {
            return;
        }
        var untested = passed.neverPassed(model());
        engine.close();
        assertThat(untested)
                .as("flow nodes and sequence flows of " + process + " that no test passes")
                .isEmpty();
    }

    ProcessEngine engine() {
        return engine;
    }

    private BpmnModelInstance model() {
        var definition =
                engine.getRepositoryService().createProcessDefinitionQuery().singleResult();
        return engine.getRepositoryService().getBpmnModelInstance(definition.getId());
    }

    ProcessInstance start(String businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
    }

    /** The one task that waits; fails if it is another. */
    Task waitingAt(String task) {
        List<Task> tasks = engine.getTaskService().createTaskQuery().list();
        assertThat(tasks).extracting(Task::getTaskDefinitionKey).containsExactly(task);
        return tasks.get(0);
    }

    void complete(String task, Map<String, Object> answers) {
        engine.getTaskService().complete(waitingAt(task).getId(), answers);
    }

    void send(String message, Map<String, Object> variables) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .setVariables(variables)
                .correlate();
    }

    List<Job> jobs() {
        return engine.getManagementService().createJobQuery().list();
    }

    void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    void hasPassed(String... elements) {
        assertThat(passed.inThisTest()).containsSubsequence(elements);
    }

    void hasNotPassed(String... elements) {
        assertThat(passed.inThisTest()).doesNotContainAnyElementsOf(Arrays.asList(elements));
    }

    /** Nothing is left: no instance, no task, no timer. */
    void hasEnded() {
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(jobs()).isEmpty();
    }
}
