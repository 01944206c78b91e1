package io.closeout.workflow.scan;

import io.closeout.access.PolicyCalendar;
import io.closeout.intake.Problem;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanNotTaken;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.notify.Notices;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever handed a scan in that nothing came of it: they may have left its page, or have a script that did it. */
@Component
class TellUploader {

    private final Scans scans;
    private final Notices notices;
    private final PolicyCalendar calendar;

    TellUploader(Scans scans, Notices notices, PolicyCalendar calendar) {
        this.scans = scans;
        this.notices = notices;
        this.calendar = calendar;
    }

    @EventListener
    void on(ScanNotTaken notTaken) {
        Scan scan = scans.get(notTaken.scanId());
        Scan.Decision decision = scan.decision();
        if (scan.state() == ScanState.UNDONE && decision != null) {
            tellOfDiscard(scan, decision);
        } else {
            String kind = scan.state() == ScanState.FAILED ? "scanFailed" : "scanRefused";
            notices.tell(scan.subject(), kind, calendar.today(), scan.receivedBy(), words(scan));
        }
    }

    private void tellOfDiscard(Scan scan, Scan.Decision decision) {
        if (!decision.by().equals(scan.receivedBy())) {
            String why = decision.reason() == null || decision.reason().isBlank() ? "." : ": " + decision.reason();
            notices.tell(
                    scan.subject(),
                    "scanDiscarded",
                    calendar.today(),
                    scan.receivedBy(),
                    scan.fileName() + " was discarded" + why);
        }
    }

    private static String words(Scan scan) {
        String why = scan.problems().stream().map(Problem::why).collect(Collectors.joining(" "));
        return scan.fileName() + (scan.state() == ScanState.FAILED ? " failed: " : " was refused: ") + why;
    }
}
