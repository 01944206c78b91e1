package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.util.Set;

/** A table of findings with a title and a severity, whoever made it. It proves nothing absent. Asked last of all. */
public final class FindingTableParser implements ScanParser {

    static final String SCANNER = "generic";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "findings-csv",
            SCANNER,
            "Table of findings (CSV)",
            "any; also DefectDojo's generic findings",
            "Save the sheet as CSV with the columns Title (or Name) and Severity (Critical, High, Medium, Low, Info), and as far as known"
                    + " Description, Mitigation, Asset (or Host, IP, Url), Port, Protocol, CVE, CweId, CVSS, References, Status.",
            "DefectDojo documentation, \"Generic Findings Import\" (docs.defectdojo.com)",
            1);

    private static final Set<String> TITLE = Set.of("Title", "Severity");
    private static final Set<String> NAME = Set.of("Name", "Severity");
    private static final Set<String> SHORT = Set.of("ShortDescription", "Severity");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(TITLE, NAME, SHORT);
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedHosts hosts = new ListedHosts();
        try (CsvRows rows = CsvRows.open(in, TITLE, NAME, SHORT)) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            while (rows.next(sink)) {
                new ListedFinding(rows::first, rows.place(), sink).handOver(hosts);
            }
        }
        hosts.handOver(sink);
    }
}
