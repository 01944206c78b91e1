package io.closeout.workflow.status;

import io.closeout.access.OrganizationChanged;
import io.closeout.access.OrganizationSetUp;
import io.closeout.access.PersonChanged;
import io.closeout.review.status.CollectionPlanned;
import io.closeout.review.status.NothingLeftToSay;
import io.closeout.review.status.RoundOpened;
import io.closeout.review.status.StatusCollections;
import io.closeout.review.status.StatusRounds;
import io.closeout.workflow.Acting;
import io.closeout.workflow.CollectStatus;
import io.closeout.workflow.UpdateStatus;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts, moves and ends the processes as collections and rounds are planned, opened and emptied, in the same transaction. */
@Component
class StatusProcesses {

    private static final Logger log = LoggerFactory.getLogger(StatusProcesses.class);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final StatusCollections collections;
    private final StatusRounds rounds;
    private final Acting acting;

    StatusProcesses(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            StatusCollections collections,
            StatusRounds rounds,
            Acting acting) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.collections = collections;
        this.rounds = rounds;
        this.acting = acting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void planFirst() {
        try {
            collections.planFirst();
        } catch (DuplicateKeyException raced) {
            log.info("Another node planned the next collection");
        }
    }

    @EventListener
    void on(CollectionPlanned planned) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                CollectStatus.KEY, planned.day().toString()));
    }

    @EventListener
    void on(RoundOpened opened) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(UpdateStatus.KEY, Long.toString(opened.roundId())));
    }

    @EventListener
    void on(NothingLeftToSay ended) {
        acting.asEngine(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(UpdateStatus.KEY)
                    .processInstanceBusinessKey(Long.toString(ended.roundId()))
                    .messageEventSubscriptionName(UpdateStatus.MESSAGE_NOTHING_LEFT)
                    .singleResult();
            runtime.messageEventReceived(UpdateStatus.MESSAGE_NOTHING_LEFT, waiting.getId());
            return ended;
        });
    }

    /** Whoever leaves is asked nothing any more: the ISSM may speak for them. Whoever comes back is asked again. */
    @EventListener
    void on(PersonChanged changed) {
        boolean enabled = changed.after().enabled();
        if (changed.before().enabled() != enabled) {
            String person = changed.after().id();
            rounds.openFor(person)
                    .ifPresent(round -> acting.asEngine(() -> {
                        Task task = tasks.createTaskQuery()
                                .processDefinitionKey(UpdateStatus.KEY)
                                .processInstanceBusinessKey(Long.toString(round.id()))
                                .singleResult();
                        if (task != null) {
                            tasks.setAssignee(task.getId(), enabled ? person : null);
                        }
                        return round;
                    }));
        }
    }

    @EventListener
    void on(OrganizationSetUp setUp) {
        followZone();
    }

    @EventListener
    void on(OrganizationChanged changed) {
        if (changed.isZoneMoved()) {
            followZone();
        }
    }

    /** A handful of timers: one collection, and one for each owner who is being asked. */
    private void followZone() {
        acting.asEngine(() -> {
            for (String process : new String[] {CollectStatus.KEY, UpdateStatus.KEY}) {
                jobs.createJobQuery()
                        .processDefinitionKey(process)
                        .timers()
                        .list()
                        .forEach(timer -> jobs.recalculateJobDuedate(timer.getId(), false));
            }
            return CollectStatus.KEY;
        });
    }
}
