package io.closeout.workflow.scan;

import io.closeout.intake.Progress;
import io.closeout.intake.Scans;
import io.closeout.intake.ScopeBusy;
import io.closeout.workflow.ExternalWork;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** One long step of an import: its progress is the sign of life that keeps its lock, and a busy scope makes it wait. */
abstract class ScanWork implements ExternalWork {

    private final String topic;
    private final Scans scans;

    ScanWork(String topic, Scans scans) {
        this.topic = topic;
        this.scans = scans;
    }

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final Map<String, Object> work(LockedExternalTask task, Heartbeat heartbeat) {
        long scan = scanOf(task);
        Progress progress = percent -> {
            heartbeat.beat();
            scans.progress(scan, percent);
        };
        try {
            return work(scan, progress);
        } catch (ScopeBusy busy) {
            throw new NotNow(busy.getMessage());
        }
    }

    @Override
    public final void gaveUp(LockedExternalTask task) {
        scans.fail(scanOf(task));
    }

    private static long scanOf(LockedExternalTask task) {
        return Long.parseLong(task.getBusinessKey());
    }

    abstract Map<String, Object> work(long scanId, Progress progress);
}
