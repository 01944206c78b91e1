package io.closeout.workflow.item;

import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.workflow.Acting;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Messages to the processes of items. */
@Component
class ItemMessages {

    private static final Logger log = LoggerFactory.getLogger(ItemMessages.class);

    private final Register register;
    private final RuntimeService runtime;
    private final Acting acting;

    ItemMessages(Register register, RuntimeService runtime, Acting acting) {
        this.register = register;
        this.runtime = runtime;
        this.acting = acting;
    }

    /** @return {@code false} if the process does not wait for the message where it stands */
    boolean send(PoamId item, String message, Map<String, Object> variables) {
        String instance = register.get(item).processInstanceId().orElseThrow();
        return acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processInstanceId(instance)
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting == null) {
                log.info("{} does not wait for {}", item, message);
                return false;
            }
            runtime.messageEventReceived(message, waiting.getId(), variables);
            return true;
        });
    }
}
