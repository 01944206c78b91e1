package io.closeout.workflow.external;

import io.closeout.workflow.ExternalWork;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try at one task: completed, or reported as failed with fewer tries left and a longer pause. */
class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);
    private static final int TRIES = 3;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ExternalTaskService tasks;
    private final String node;
    private final LockedExternalTask task;

    Attempt(ExternalTaskService tasks, String node, LockedExternalTask task) {
        this.tasks = tasks;
        this.node = node;
        this.task = task;
    }

    void run(ExternalWork work) {
        try {
            Map<String, Object> answers = work.work(task, this::beat);
            tasks.complete(task.getId(), node, answers);
        } catch (ExternalWork.NotNow notNow) {
            putOff();
        } catch (Exception failure) {
            report(failure, work);
        }
    }

    private void beat() {
        tasks.extendLock(task.getId(), node, Worker.LOCK.toMillis());
    }

    /** The number of tries stays as it is. */
    private void putOff() {
        int left = task.getRetries() == null ? TRIES : task.getRetries();
        tasks.handleFailure(task.getId(), node, "Waits for its turn", "", left, A_MOMENT.toMillis());
    }

    private void report(Exception failure, ExternalWork work) {
        log.error("{} of {} failed", task.getTopicName(), task.getBusinessKey(), failure);
        int left = (task.getRetries() == null ? TRIES : task.getRetries()) - 1;
        try {
            tasks.handleFailure(task.getId(), node, shortly(failure), "", left, pauseBefore(left));
            if (left == 0) {
                work.gaveUp(task);
            }
        } catch (ProcessEngineException lost) {
            log.warn("{} of {} was taken over by another node", task.getTopicName(), task.getBusinessKey());
        }
    }

    /** 5, 10, 20 seconds. */
    private static long pauseBefore(int left) {
        return FIRST_PAUSE.multipliedBy(1L << Math.max(0, TRIES - 1 - left)).toMillis();
    }

    /** For Cockpit, which shows 666 characters; the whole is in the log. */
    private static String shortly(Exception failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.substring(0, Math.min(text.length(), 600));
    }
}
