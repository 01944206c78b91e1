package io.closeout.workflow.scan;

import io.closeout.intake.Progress;
import io.closeout.intake.ScanReading;
import io.closeout.intake.Scans;
import io.closeout.workflow.ImportScan;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the file into staging; a file that cannot be read ends the import. */
@Component
class ReadScan extends ScanWork {

    private final ScanReading reading;

    ReadScan(ScanReading reading, Scans scans) {
        super(ImportScan.TOPIC_READ, scans);
        this.reading = reading;
    }

    @Override
    Map<String, Object> work(long scanId, Progress progress) {
        boolean readable = reading.read(scanId, progress);
        return Map.of(ImportScan.VARIABLE_SCAN_STATE, readable ? ImportScan.READABLE : ImportScan.REFUSED);
    }
}
