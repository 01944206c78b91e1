package io.closeout.workflow.scan;

import io.closeout.intake.Progress;
import io.closeout.intake.ScanComparison;
import io.closeout.intake.Scans;
import io.closeout.workflow.ImportScan;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compares what was read with the register. */
@Component
class CompareScan extends ScanWork {

    private final ScanComparison comparison;

    CompareScan(ScanComparison comparison, Scans scans) {
        super(ImportScan.TOPIC_COMPARE, scans);
        this.comparison = comparison;
    }

    @Override
    Map<String, Object> work(long scanId, Progress progress) {
        comparison.compare(scanId, progress);
        return Map.of();
    }
}
