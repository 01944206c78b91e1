package io.closeout.workflow.external;

import io.closeout.workflow.ExternalWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works external tasks in a pool of its own, so that the engine's job threads stay free for timers. Locks are short and
 * extended while the work goes on: what a killed node held is free again within {@link #LOCK}, and at once when the
 * same node comes back.
 */
@Component
@EnableConfigurationProperties(WorkerSettings.class)
class Worker implements SmartLifecycle {

    static final Duration LOCK = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration BEAT = LOCK.dividedBy(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ExternalTaskService tasks;
    private final Map<String, ExternalWork> topics;
    private final WorkerSettings settings;
    private final Semaphore free;
    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private Optional<Pool> pool = Optional.empty();

    Worker(ExternalTaskService tasks, List<ExternalWork> works, WorkerSettings settings) {
        this.tasks = tasks;
        this.topics = works.stream().collect(Collectors.toMap(ExternalWork::topic, Function.identity()));
        this.settings = settings;
        this.free = new Semaphore(settings.threads());
    }

    private record Pool(ScheduledExecutorService fetcher, ExecutorService threads) {

        /** Never by interrupting: an interrupted thread closes the file of an H2 database under everybody. */
        void stop(Collection<Attempt> running) {
            fetcher.shutdown();
            threads.shutdown();
            running.forEach(Attempt::stop);
            try {
                if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                    log.info("Long work is left to the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start() {
        if (settings.threads() == 0 || topics.isEmpty()) {
            return;
        }
        freeOwnLocks();
        Pool started = new Pool(
                Executors.newSingleThreadScheduledExecutor(), Executors.newFixedThreadPool(settings.threads()));
        started.fetcher().scheduleWithFixedDelay(() -> fetch(started), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        started.fetcher()
                .scheduleWithFixedDelay(
                        () -> running.forEach(Attempt::keepLock),
                        BEAT.toMillis(),
                        BEAT.toMillis(),
                        TimeUnit.MILLISECONDS);
        pool = Optional.of(started);
    }

    @Override
    public void stop() {
        pool.ifPresent(each -> each.stop(running));
        pool = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return pool.isPresent();
    }

    /** What this node held when it was killed is nobody's any more. */
    private void freeOwnLocks() {
        tasks.createExternalTaskQuery().workerId(settings.node()).locked().list().stream()
                .map(ExternalTask::getId)
                .forEach(tasks::unlock);
    }

    private void fetch(Pool started) {
        try {
            int room = free.availablePermits();
            if (room > 0) {
                lock(room).forEach(task -> {
                    free.acquireUninterruptibly();
                    started.threads().execute(() -> work(task));
                });
            }
        } catch (RuntimeException e) {
            // The schedule would end with the first failure, such as a database that is restarted.
            log.warn("Fetching external tasks failed; tried again soon", e);
        }
    }

    private List<LockedExternalTask> lock(int room) {
        var fetch = tasks.fetchAndLock(room, settings.node());
        for (String topic : topics.keySet()) {
            fetch = fetch.topic(topic, LOCK.toMillis());
        }
        return fetch.execute();
    }

    private void work(LockedExternalTask task) {
        Attempt attempt = new Attempt(tasks, settings.node(), task);
        running.add(attempt);
        try {
            attempt.run(Objects.requireNonNull(topics.get(task.getTopicName())));
        } finally {
            running.remove(attempt);
            free.release();
        }
    }
}
