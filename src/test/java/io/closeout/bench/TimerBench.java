package io.closeout.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** How fast timers that are all due at once drain, by the engine's own job executor as it is configured. */
final class TimerBench {

    private static final long LIMIT_MINUTES = 30;
    private static final long PACE_MILLIS = 250;

    private TimerBench() {}

    /** @return seconds until no timer is due any more */
    static double drained(ProcessEngine engine, int timers) throws InterruptedException {
        if (due(engine) != timers) {
            throw new IllegalStateException(due(engine) + " timers are due instead of " + timers);
        }
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        long start = System.nanoTime();
        executor.start();
        while (due(engine) > 0) {
            if (System.nanoTime() - start > Duration.ofMinutes(LIMIT_MINUTES).toNanos()) {
                throw new IllegalStateException(due(engine) + " timers were left");
            }
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        executor.shutdown();
        long incidents = engine.getRuntimeService().createIncidentQuery().count();
        if (incidents > 0) {
            throw new IllegalStateException(incidents + " timers failed for good");
        }
        return seconds;
    }

    private static long due(ProcessEngine engine) {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .duedateLowerThan(new Date(ClockUtil.getCurrentTime().getTime()))
                .count();
    }

    /**
     * Does a piece of work every quarter of a second while something else runs: a person who is quick.
     *
     * @param work one piece; false when there is none left
     * @return milliseconds that 95 of 100 pieces took at most
     */
    static double meanwhile(Callable<?> other, Callable<Boolean> work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService person = Executors.newSingleThreadExecutor();
        Future<List<Double>> taken = person.submit(() -> {
            List<Double> millis = new ArrayList<>();
            boolean left = true;
            while (left && !over.get()) {
                long start = System.nanoTime();
                left = work.call();
                double took = (System.nanoTime() - start) / 1e6;
                millis.add(took);
                Thread.sleep(Math.max(0, PACE_MILLIS - (long) took));
            }
            return millis;
        });
        try {
            other.call();
        } finally {
            over.set(true);
        }
        List<Double> millis = taken.get();
        person.shutdown();
        Collections.sort(millis);
        return millis.get((int) Math.ceil(millis.size() * 0.95) - 1);
    }
}
