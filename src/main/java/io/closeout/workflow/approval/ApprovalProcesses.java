package io.closeout.workflow.approval;

import io.closeout.review.approval.RequestAsked;
import io.closeout.review.approval.RequestKind;
import io.closeout.review.approval.RequestWithdrawn;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApprovalProcess;
import io.closeout.workflow.ApproveExtension;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and ends the approval as requests are asked and withdrawn, in the same transaction. */
@Component
class ApprovalProcesses {

    private static final Map<RequestKind, String> PROCESSES = Map.of(
            RequestKind.EXTENSION, ApproveExtension.KEY,
            RequestKind.ACCEPTANCE, AcceptRisk.KEY);

    private final RuntimeService runtime;
    private final Acting acting;

    ApprovalProcesses(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(RequestAsked asked) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                process(asked.kind()),
                Long.toString(asked.requestId()),
                Map.of(
                        ApprovalProcess.VARIABLE_REQUEST_ID,
                        asked.requestId(),
                        ApprovalProcess.VARIABLE_ITEM_ID,
                        asked.item().text())));
    }

    @EventListener
    void on(RequestWithdrawn withdrawn) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(process(withdrawn.kind()))
                    .processInstanceBusinessKey(Long.toString(withdrawn.requestId()))
                    .messageEventSubscriptionName(ApprovalProcess.MESSAGE_WITHDRAWN)
                    .singleResult();
            runtime.messageEventReceived(ApprovalProcess.MESSAGE_WITHDRAWN, waiting.getId());
            return withdrawn;
        });
    }

    private static String process(RequestKind kind) {
        return Objects.requireNonNull(PROCESSES.get(kind), () -> "There is no process for a " + kind.label());
    }
}
