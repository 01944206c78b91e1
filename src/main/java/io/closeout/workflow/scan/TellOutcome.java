package io.closeout.workflow.scan;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanCounts;
import io.closeout.intake.Scans;
import io.closeout.notify.Notices;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the ISSM what an import changed. */
@Step("tellOutcome")
class TellOutcome implements JavaDelegate {

    private final Scans scans;
    private final Notices notices;
    private final PolicyCalendar calendar;

    TellOutcome(Scans scans, Notices notices, PolicyCalendar calendar) {
        this.scans = scans;
        this.notices = notices;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Scan scan = scans.get(Long.parseLong(execution.getProcessBusinessKey()));
        ScanCounts counts = scan.counts();
        notices.tell(
                scan.subject(),
                "scanImported",
                calendar.today(),
                Group.ISSM.id(),
                "%s: %d items opened, %d closed by the rescan, %d findings seen again."
                        .formatted(scan.fileName(), counts.itemsOpened(), counts.itemsVerified(), counts.seenAgain()));
    }
}
