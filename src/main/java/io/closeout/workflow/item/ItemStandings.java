package io.closeout.workflow.item;

import io.closeout.register.PoamItem;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.springframework.stereotype.Component;

/** What the process of an item can do where it stands, on the version on which it runs. */
@Component
public class ItemStandings {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final Acting acting;

    ItemStandings(RuntimeService runtime, RepositoryService repository, TaskService tasks, Acting acting) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.acting = acting;
    }

    /** Whether a proved absence waits for the ISSM's word; what is decided of the item otherwise waits as well. */
    public boolean awaitsConfirmation(PoamItem item) {
        return acting.asEngine(() -> item.processInstanceId().stream()
                .anyMatch(instance -> tasks.createTaskQuery()
                                .processInstanceId(instance)
                                .taskDefinitionKey(RemediatePoamItem.TASK_CONFIRM_CLOSURE)
                                .count()
                        > 0));
    }

    /** Whether a condition of the version asks for the path. What none asks for goes the default way, to the ISSM. */
    boolean knows(PoamItem item, String path) {
        return acting.asEngine(() ->
                repository
                        .getBpmnModelInstance(definition(item))
                        .getModelElementsByType(ConditionExpression.class)
                        .stream()
                        .map(ConditionExpression::getTextContent)
                        .anyMatch(condition -> condition.contains(RemediatePoamItem.VARIABLE_DECIDED_PATH)
                                && condition.contains(path)));
    }

    int version(PoamItem item) {
        return acting.asEngine(
                () -> repository.getProcessDefinition(definition(item)).getVersion());
    }

    private String definition(PoamItem item) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(item.processInstanceId().orElseThrow())
                .singleResult()
                .getProcessDefinitionId();
    }
}
