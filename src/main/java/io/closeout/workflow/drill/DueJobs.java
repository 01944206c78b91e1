package io.closeout.workflow.drill;

import io.closeout.access.PolicyCalendar;
import io.closeout.workflow.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's timers and waiting steps, run one after the other when they are due. A job that fails is tried as often as ever. */
@Component
@Profile("drill")
class DueJobs {

    private final ManagementService jobs;
    private final RepositoryService models;
    private final DrillClock clock;
    private final PolicyCalendar calendar;
    private final Acting acting;
    private final List<Fault> faults = new ArrayList<>();

    DueJobs(
            ManagementService jobs,
            RepositoryService models,
            DrillClock clock,
            PolicyCalendar calendar,
            Acting acting) {
        this.jobs = jobs;
        this.models = models;
        this.clock = clock;
        this.calendar = calendar;
        this.acting = acting;
    }

    /**
     * Lets the clock come to the moment and runs what is due on the way, at its own time.
     *
     * @return how many ran
     */
    int runUntil(Instant moment) {
        int ran = acting.asEngine(() -> {
            int count = 0;
            for (Optional<Job> next = due(moment); next.isPresent(); next = due(moment)) {
                clock.moveTo(next.get().getDuedate().toInstant());
                run(next.get());
                count++;
            }
            return count;
        });
        clock.moveTo(moment);
        return ran;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private Optional<Job> due(Instant moment) {
        return jobs
                .createJobQuery()
                .active()
                .withRetriesLeft()
                // the engine's comparison is strict
                .duedateLowerThan(Date.from(moment.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private void run(Job job) {
        try {
            jobs.executeJob(job.getId());
        } catch (RuntimeException failure) {
            faults.add(new Fault(
                    calendar.today(),
                    "",
                    "A step of " + process(job) + " failed",
                    String.valueOf(failure.getMessage())));
        }
    }

    private String process(Job job) {
        return Objects.requireNonNullElse(
                models.getProcessDefinition(job.getProcessDefinitionId()).getName(), job.getProcessDefinitionKey());
    }
}
