package io.closeout.workflow.scan;

import io.closeout.intake.Progress;
import io.closeout.intake.ScanCommit;
import io.closeout.intake.Scans;
import io.closeout.workflow.ImportScan;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Commits what was compared, batch by batch. */
@Component
class CommitScan extends ScanWork {

    private final ScanCommit commit;

    CommitScan(ScanCommit commit, Scans scans) {
        super(ImportScan.TOPIC_COMMIT, scans);
        this.commit = commit;
    }

    @Override
    Map<String, Object> work(long scanId, Progress progress) {
        commit.commit(scanId, progress);
        return Map.of();
    }
}
