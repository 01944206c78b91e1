package io.closeout.workflow.falsepositive;

import io.closeout.register.SuppressionsEnded;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ConfirmFalsePositive;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A false positive that was ended before its time is waited for no longer, in the same transaction. */
@Component
class SuppressionProcesses {

    private static final Logger log = LoggerFactory.getLogger(SuppressionProcesses.class);

    private final RuntimeService runtime;
    private final Acting acting;

    SuppressionProcesses(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(SuppressionsEnded ended) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(ConfirmFalsePositive.KEY)
                    .processInstanceBusinessKey(Long.toString(ended.requestId()))
                    .messageEventSubscriptionName(ConfirmFalsePositive.MESSAGE_ENDED)
                    .singleResult();
            if (waiting == null) {
                log.info("The process of request {} does not wait for its end", ended.requestId());
                return ended;
            }
            runtime.messageEventReceived(ConfirmFalsePositive.MESSAGE_ENDED, waiting.getId());
            return ended;
        });
    }
}
