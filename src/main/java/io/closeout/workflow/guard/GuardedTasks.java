package io.closeout.workflow.guard;

import io.closeout.shared.Refused;
import java.util.Map;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The task service without its side doors: whoever completes a task submits its form, so that no value reaches the
 * process except through a step, and nobody ends a path with an error of their own.
 */
class GuardedTasks extends TaskServiceImpl {

    @Override
    public void complete(String taskId) {
        submit(taskId, Variables.createVariables(), false, false);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> values) {
        submit(taskId, values, false, false);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> values, boolean deserializeValues) {
        return submit(taskId, values, true, deserializeValues);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> values) {
        resolveTask(taskId);
    }

    /** Giving a task back needs no more than working it; the engine asks for the right to assign others. */
    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        if (userId == null) {
            commandExecutor.execute(new GiveBack(taskId));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> values) {
        throw sideDoor();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message) {
        throw sideDoor();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw sideDoor();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw sideDoor();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> values) {
        throw sideDoor();
    }

    private VariableMap submit(
            String taskId, @Nullable Map<String, Object> values, boolean returned, boolean deserialized) {
        Map<String, Object> submitted = values == null ? Map.of() : values;
        return commandExecutor.execute(new SubmitTaskFormCmd(taskId, submitted, returned, deserialized));
    }

    private static Refused sideDoor() {
        return Refused.because("A task ends by completing its form, not by an error or an escalation.");
    }

    private static class GiveBack extends AssignTaskCmd {

        GiveBack(String taskId) {
            super(taskId, null);
        }

        @Override
        protected void checkTaskAgainstContext(TaskEntity task, CommandContext context) {
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
        }

        @Override
        protected void logOperation(CommandContext context, TaskEntity task) {
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        }
    }
}
