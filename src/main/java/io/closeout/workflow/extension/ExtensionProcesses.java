package io.closeout.workflow.extension;

import io.closeout.review.ExtensionAsked;
import io.closeout.review.ExtensionRequest;
import io.closeout.review.ExtensionRequests;
import io.closeout.review.ExtensionWithdrawn;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ApproveExtension;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and ends the approval as requests are asked and withdrawn, in the same transaction. */
@Component
class ExtensionProcesses {

    private final RuntimeService runtime;
    private final ExtensionRequests requests;
    private final Acting acting;

    ExtensionProcesses(RuntimeService runtime, ExtensionRequests requests, Acting acting) {
        this.runtime = runtime;
        this.requests = requests;
        this.acting = acting;
    }

    @EventListener
    void on(ExtensionAsked asked) {
        ExtensionRequest request = requests.get(asked.requestId());
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                ApproveExtension.KEY,
                Long.toString(request.id()),
                Map.of(
                        ApproveExtension.VARIABLE_REQUEST_ID,
                        request.id(),
                        ApproveExtension.VARIABLE_ITEM_ID,
                        request.item().text())));
    }

    @EventListener
    void on(ExtensionWithdrawn withdrawn) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(ApproveExtension.KEY)
                    .processInstanceBusinessKey(Long.toString(withdrawn.requestId()))
                    .messageEventSubscriptionName(ApproveExtension.MESSAGE_WITHDRAWN)
                    .singleResult();
            runtime.messageEventReceived(ApproveExtension.MESSAGE_WITHDRAWN, waiting.getId());
            return withdrawn;
        });
    }
}
