package io.closeout.workflow.vendor;

import io.closeout.review.vendor.VendorAnswered;
import io.closeout.review.vendor.VendorAwaited;
import io.closeout.review.vendor.VendorWaitEnded;
import io.closeout.workflow.Acting;
import io.closeout.workflow.FollowVendor;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the check-ins as waits begin, are answered and end, in the same transaction. */
@Component
class VendorProcesses {

    private static final Logger log = LoggerFactory.getLogger(VendorProcesses.class);

    private final RuntimeService runtime;
    private final Acting acting;

    VendorProcesses(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(VendorAwaited awaited) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                FollowVendor.KEY,
                Long.toString(awaited.requestId()),
                Map.of(FollowVendor.VARIABLE_ITEM_ID, awaited.item().text())));
    }

    /** The task that asks moves the process by itself. */
    @EventListener
    void on(VendorAnswered answered) {
        if (answered.unasked()) {
            send(
                    answered.dependency().requestId(),
                    FollowVendor.MESSAGE_VENDOR_ANSWERED,
                    Map.of(
                            FollowVendor.VARIABLE_FIX_AWAITED,
                            answered.checkIn().outcome().isAwaited()));
        }
    }

    @EventListener
    void on(VendorWaitEnded ended) {
        send(ended.requestId(), FollowVendor.MESSAGE_WAIT_ENDED, Map.of());
    }

    private void send(long request, String message, Map<String, Object> variables) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(FollowVendor.KEY)
                    .processInstanceBusinessKey(Long.toString(request))
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting == null) {
                log.warn("Nobody follows the vendor of request {} any more: {} is not sent", request, message);
                return request;
            }
            runtime.messageEventReceived(message, waiting.getId(), variables);
            return request;
        });
    }
}
