package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.util.Set;

/**
 * Tenable's tables: of Nessus (old and new columns), of Tenable Web App Scanning, of a scan or of the findings of Tenable
 * Vulnerability Management, and of Tenable Security Center. They share plugin ids with {@link NessusParser} and so the identity of
 * findings. A table can have been filtered or edited before it comes here, so it never proves that something is gone.
 */
public final class TenableCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "tenable-csv",
            "nessus",
            "Tenable CSV",
            "Nessus 6 to 10, Tenable Vulnerability Management, Tenable Web App Scanning, Tenable Security Center 5 and 6",
            "In Nessus open the scan, choose Report, then CSV with all columns. In Tenable Vulnerability Management open Findings,"
                    + " choose Export, CSV. In Security Center open Analysis, Vulnerabilities, choose Vulnerability Detail List and"
                    + " Options, Export as CSV. A CSV never proves that a weakness is gone; hand in the .nessus file for that.",
            "Tenable documentation, \"Create a Scan Report\", \"Export Findings\", \"Export Results\"; files of the products",
            1);

    private static final Set<String> NESSUS = Set.of("Plugin ID", "Risk", "Host", "Name");
    private static final Set<String> VULNERABILITY_MANAGEMENT =
            Set.of("definition.id", "definition.name", "definition.severity", "asset.name");
    private static final Set<String> SECURITY_CENTER = Set.of("Plugin", "Plugin Name", "Severity", "IP Address");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(NESSUS, VULNERABILITY_MANAGEMENT, SECURITY_CENTER);
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, NESSUS, VULNERABILITY_MANAGEMENT, SECURITY_CENTER)) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            TenableRows table = new TenableRows(rows, sink);
            while (rows.next(sink)) {
                table.read();
            }
            table.finish();
        }
    }
}
