package io.closeout.workflow.scan;

import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.closeout.access.PolicyCalendar;
import io.closeout.intake.Problem;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanNotTaken;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.notify.Notices;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellUploaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({"REFUSED, scanRefused, was refused", "FAILED, scanFailed, failed"})
    void saysWhatBecameOfTheFileAndWhy(ScanState state, String kind, String words) {
        Scan scan = mock();
        when(scan.subject()).thenReturn("scan:7");
        when(scan.state()).thenReturn(state);
        when(scan.fileName()).thenReturn("plant.nessus");
        when(scan.receivedBy()).thenReturn("it");
        when(scan.problems()).thenReturn(List.of(new Problem("line 3", "It is cut short."), new Problem("", "Ask.")));
        Scans scans = mock();
        when(scans.get(7)).thenReturn(scan);
        PolicyCalendar calendar = mock();
        when(calendar.today()).thenReturn(TODAY);
        Notices notices = mock();

        new TellUploader(scans, notices, calendar).on(new ScanNotTaken(7));

        verify(notices)
                .tell(
                        eq("scan:7"),
                        eq(kind),
                        eq(TODAY),
                        eq("it"),
                        eq("plant.nessus " + words + ": It is cut short. Ask."));
    }
}
