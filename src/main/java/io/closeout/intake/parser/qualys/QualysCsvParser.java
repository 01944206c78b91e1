package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.util.Set;

/** The tables of VM, VMDR and PCI. They say nothing of the hosts' scans, so they prove nothing absent. */
public final class QualysCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "qualys-csv",
            QualysWords.SCANNER,
            "Qualys VM, VMDR and PCI (CSV)",
            "VM 8 to 10, VMDR (by QID and by CVE), PCI Merchant, HackerGuardian",
            "In Qualys VM download a scan or a report as \"Comma-Separated Value (CSV)\"; in VMDR open Vulnerabilities, Download,"
                    + " \"CSV\"; in PCI download the list of vulnerabilities. A CSV never proves that a weakness is gone; take the"
                    + " results of a scan as XML for that.",
            "Qualys, online help of VM, VMDR and PCI, \"Download reports\"",
            1);

    private static final Set<String> VM = Set.of("IP", "QID", "Title", "Severity");
    private static final Set<String> VMDR = Set.of("QID", "Title", "Severity", "Asset Name");
    private static final Set<String> PCI = Set.of("IP", "QID", "VULN TITLE", "Q_SEVERITY");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(VM, VMDR, PCI);
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, VM, VMDR, PCI)) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            QualysRows table = new QualysRows(rows, sink);
            while (rows.next(sink)) {
                table.read();
            }
            table.finish();
        }
    }
}
