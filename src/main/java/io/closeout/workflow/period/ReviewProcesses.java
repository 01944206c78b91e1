package io.closeout.workflow.period;

import io.closeout.access.OrganizationChanged;
import io.closeout.access.OrganizationSetUp;
import io.closeout.review.period.ReviewMissed;
import io.closeout.review.period.ReviewMoved;
import io.closeout.review.period.ReviewPlanned;
import io.closeout.review.period.Reviews;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ReviewPoam;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the processes as reviews are planned, moved and missed, in the same transaction. */
@Component
class ReviewProcesses {

    private static final Logger log = LoggerFactory.getLogger(ReviewProcesses.class);

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Reviews reviews;
    private final Acting acting;

    ReviewProcesses(RuntimeService runtime, ManagementService jobs, Reviews reviews, Acting acting) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.reviews = reviews;
        this.acting = acting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void planFirst() {
        try {
            reviews.planFirst();
        } catch (DuplicateKeyException raced) {
            log.info("Another node planned the next review");
        }
    }

    @EventListener
    void on(ReviewPlanned planned) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                ReviewPoam.KEY, planned.period().toString()));
    }

    @EventListener
    void on(ReviewMissed missed) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(ReviewPoam.KEY)
                    .processInstanceBusinessKey(missed.period().toString())
                    .messageEventSubscriptionName(ReviewPoam.MESSAGE_MISSED)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(ReviewPoam.MESSAGE_MISSED, waiting.getId());
            }
            return missed;
        });
    }

    @EventListener
    void on(ReviewMoved moved) {
        followDates();
    }

    @EventListener
    void on(OrganizationSetUp setUp) {
        followDates();
    }

    @EventListener
    void on(OrganizationChanged changed) {
        if (changed.isZoneMoved()) {
            followDates();
        }
    }

    /** At most two timers: of the planned review, and the reminder of the open one. */
    private void followDates() {
        acting.asEngine(() -> {
            jobs.createJobQuery()
                    .processDefinitionKey(ReviewPoam.KEY)
                    .timers()
                    .list()
                    .forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
            return ReviewPoam.KEY;
        });
    }
}
