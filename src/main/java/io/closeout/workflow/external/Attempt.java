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
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ExternalTaskService tasks;
    private final String node;
    private final LockedExternalTask task;
    private boolean over;
    private volatile boolean stopping;

    Attempt(ExternalTaskService tasks, String node, LockedExternalTask task) {
        this.tasks = tasks;
        this.node = node;
        this.task = task;
    }

    void run(ExternalWork work) {
        try {
            complete(work.work(task, this::beat));
        } catch (ExternalWork.NotNow notNow) {
            putOff();
        } catch (Exception failure) {
            report(failure, work);
        }
    }

    /** Keeps the lock while the work cannot say that it is alive, such as during one long statement. */
    synchronized void keepLock() {
        if (!over) {
            try {
                extendLock();
            } catch (RuntimeException e) {
                log.warn("The lock of {} could not be extended: {}", task.getBusinessKey(), e.toString());
            }
        }
    }

    /** The work ends at its next sign of life and waits for whoever comes next. */
    void stop() {
        stopping = true;
    }

    private synchronized void beat() {
        if (stopping) {
            throw new ExternalWork.NotNow("The program stops");
        }
        extendLock();
    }

    private void extendLock() {
        tasks.extendLock(task.getId(), node, Worker.LOCK.toMillis());
    }

    private synchronized void complete(Map<String, Object> answers) {
        over = true;
        tasks.complete(task.getId(), node, answers);
    }

    /** Free for the next fetch, and not counted as a failure. */
    private synchronized void putOff() {
        over = true;
        tasks.unlock(task.getId());
    }

    private synchronized void fail(String why, int left, long pause) {
        over = true;
        try {
            tasks.handleFailure(task.getId(), node, why, "", left, pause);
        } catch (ProcessEngineException lost) {
            log.warn("{} of {} was taken over by another node", task.getTopicName(), task.getBusinessKey());
        }
    }

    private void report(Exception failure, ExternalWork work) {
        log.error("{} of {} failed", task.getTopicName(), task.getBusinessKey(), failure);
        int left = (task.getRetries() == null ? TRIES : task.getRetries()) - 1;
        fail(shortly(failure), left, pauseBefore(left));
        if (left == 0) {
            work.gaveUp(task);
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
