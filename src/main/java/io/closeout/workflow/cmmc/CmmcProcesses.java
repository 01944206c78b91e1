package io.closeout.workflow.cmmc;

import io.closeout.access.OrganizationChanged;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.StatusDatesMoved;
import io.closeout.assessment.StatusRecorded;
import io.closeout.assessment.StatusWithdrawn;
import io.closeout.workflow.Acting;
import io.closeout.workflow.TrackConditionalStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the clock of a CMMC status as it is recorded, moved and withdrawn, in the same transaction. */
@Component
class CmmcProcesses {

    private static final List<String> NOTICE_TIMERS =
            List.of(TrackConditionalStatus.TIMER_FIRST_NOTICE, TrackConditionalStatus.TIMER_NEXT_NOTICE);

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final CmmcStatuses statuses;
    private final Acting acting;

    CmmcProcesses(RuntimeService runtime, ManagementService jobs, CmmcStatuses statuses, Acting acting) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.statuses = statuses;
        this.acting = acting;
    }

    @EventListener
    void on(StatusRecorded recorded) {
        CmmcStatus status = statuses.get(recorded.statusId());
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                TrackConditionalStatus.KEY,
                Long.toString(status.id()),
                Map.of(TrackConditionalStatus.VARIABLE_CONDITIONAL, status.isConditional())));
    }

    @EventListener
    void on(StatusDatesMoved moved) {
        acting.asEngine(() -> {
            NOTICE_TIMERS.forEach(
                    event -> timers(moved.statusId()).activityId(event).list().forEach(this::recalculate));
            return moved;
        });
    }

    @EventListener
    void on(StatusWithdrawn withdrawn) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(TrackConditionalStatus.KEY)
                    .processInstanceBusinessKey(Long.toString(withdrawn.statusId()))
                    .messageEventSubscriptionName(TrackConditionalStatus.MESSAGE_STATUS_WITHDRAWN)
                    .singleResult();
            runtime.messageEventReceived(TrackConditionalStatus.MESSAGE_STATUS_WITHDRAWN, waiting.getId());
            return withdrawn;
        });
    }

    /** Days begin and end at other hours in another time zone. Few statuses run, so all follow in the same transaction. */
    @EventListener
    void on(OrganizationChanged changed) {
        if (changed.isZoneMoved()) {
            acting.asEngine(() -> {
                statuses.active().stream()
                        .flatMap(status -> timers(status.id()).list().stream())
                        .forEach(this::recalculate);
                return changed;
            });
        }
    }

    private JobQuery timers(long status) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(Long.toString(status), TrackConditionalStatus.KEY)
                .singleResult();
        return jobs.createJobQuery().processInstanceId(instance.getId()).timers();
    }

    private void recalculate(Job timer) {
        jobs.recalculateJobDuedate(timer.getId(), false);
    }
}
