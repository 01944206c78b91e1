package io.closeout.workflow.acceptance;

import io.closeout.review.acceptance.AcceptanceEnded;
import io.closeout.review.acceptance.EndedHow;
import io.closeout.review.acceptance.ReviewNeeded;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the processes of acceptances in force as something happens to them, in the same transaction. */
@Component
class AcceptanceProcesses {

    private final RuntimeService runtime;
    private final Acting acting;

    AcceptanceProcesses(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    /** A process that does not wait for the next look by now comes to it and finds the open review. */
    @EventListener
    void on(ReviewNeeded needed) {
        send(needed.requestId(), AcceptRisk.MESSAGE_REVIEW_NEEDED);
    }

    /** Expiry and the end at a review are steps of the process itself. */
    @EventListener
    void on(AcceptanceEnded ended) {
        if (ended.how() != EndedHow.EXPIRED && ended.how() != EndedHow.ENDED_AT_REVIEW) {
            send(ended.requestId(), AcceptRisk.MESSAGE_OVER);
        }
    }

    private void send(long request, String message) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(AcceptRisk.KEY)
                    .processInstanceBusinessKey(Long.toString(request))
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(message, waiting.getId());
            }
            return message;
        });
    }
}
