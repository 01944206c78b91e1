package io.closeout.workflow.scan;

import io.closeout.intake.ScanReceived;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ImportScan;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the import process in the transaction that stored the scan. */
@Component
class ScanProcesses {

    private final RuntimeService runtime;
    private final Acting acting;

    ScanProcesses(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(ScanReceived received) {
        acting.asEngine(() -> runtime.startProcessInstanceByKey(
                ImportScan.KEY,
                Long.toString(received.scanId()),
                Map.of(ImportScan.VARIABLE_SCAN_ID, received.scanId())));
    }
}
