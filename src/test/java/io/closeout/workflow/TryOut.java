package io.closeout.workflow;

import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;

/** A small process that keeps the contract: a group plans, a gateway asks, the owner fixes. */
public final class TryOut {

    public static final String FORM = "{\"id\":\"tryOut\",\"type\":\"default\",\"schemaVersion\":16,"
            + "\"executionPlatform\":\"Camunda Platform\",\"executionPlatformVersion\":\"7.24.0\",\"components\":["
            + "{\"type\":\"text\",\"text\":\"# {{item.title}}\"},"
            + "{\"type\":\"textfield\",\"key\":\"plan\",\"label\":\"What will you do?\"}]}";

    private TryOut() {}

    public static void deploy(RepositoryService repository) {
        repository
                .createDeployment()
                .name("tryOut")
                .addString("forms/tryOut.form", FORM)
                .addString("processes/tryOut.bpmn", Bpmn.convertToString(process()))
                .deploy();
    }

    public static BpmnModelInstance process() {
        return process(task -> {});
    }

    /** @param change breaks the planning task */
    public static BpmnModelInstance process(Consumer<UserTaskBuilder> change) {
        UserTaskBuilder plan = Bpmn.createExecutableProcess("tryOut")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("StartEvent_Opened")
                .userTask("UserTask_Plan")
                .name("Plan")
                .camundaCandidateGroups("remediator")
                .camundaFormRef("tryOut")
                .camundaFormRefBinding("latest")
                .camundaTaskListenerDelegateExpression("complete", "${acceptPlan}");
        change.accept(plan);
        return plan.exclusiveGateway("Gateway_Accepted")
                .condition("yes", "${accepted}")
                .userTask("UserTask_Fix")
                .name("Fix")
                .camundaAssignee("${owner.of(execution)}")
                .camundaFormRef("tryOut")
                .camundaFormRefBinding("latest")
                .endEvent("EndEvent_Fixed")
                .moveToLastGateway()
                .condition("no", "${!accepted}")
                .connectTo("UserTask_Plan")
                .done();
    }
}
