package io.closeout.workflow.item;

import io.closeout.register.OwnerAssigned;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.workflow.Acting;
import io.closeout.workflow.RemediatePoamItem;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tasks that are the owner's follow the owner. */
@Component
class OwnersTasks {

    private final Register register;
    private final TaskService tasks;
    private final Acting acting;

    OwnersTasks(Register register, TaskService tasks, Acting acting) {
        this.register = register;
        this.tasks = tasks;
        this.acting = acting;
    }

    @EventListener
    void on(OwnerAssigned assigned) {
        PoamItem item = register.get(assigned.item());
        String instance = item.processInstanceId().orElseThrow();
        acting.asEngine(() -> {
            tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKeyIn(RemediatePoamItem.TASK_PLAN, RemediatePoamItem.TASK_REMEDIATE)
                    .list()
                    .forEach(task ->
                            tasks.setAssignee(task.getId(), item.ownerId().orElse(null)));
            return item;
        });
    }
}
