package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanUnreadable;
import java.io.IOException;
import java.util.Set;

/** Tables of POA&M items (FedRAMP's, eMASS's, ours), which are no findings: they have dates and a history of their own. */
final class PoamTable {

    private static final Set<String> FEDRAMP = Set.of("POAM ID");
    private static final Set<String> FEDRAMP_NAME = Set.of("Weakness Name");
    private static final Set<String> EMASS = Set.of("POA&M Item ID");

    private PoamTable() {}

    static boolean isThere(ScanProbe probe) throws IOException {
        return probe.hasColumns(FEDRAMP, FEDRAMP_NAME, EMASS);
    }

    static ScanUnreadable refused() {
        return ScanUnreadable.because(
                "The content is not recognised as a scan report. It is a POA&M: its rows are items with dates of their own, not findings of a scan. Import it on the page POA&M workbooks (/poam-workbooks), as .xlsx.");
    }
}
