package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;

/** Results of one VM scan. The only file of Qualys that tells when the scan of each host ended. */
public final class QualysScanXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "qualys-scan-xml",
            QualysWords.SCANNER,
            "Qualys VM (scan results, XML)",
            "scan-1.dtd, as of 2011 to 2024",
            "In Qualys VM open Scans, choose the scan, then View, File, Download and the format \"Extensible Markup Language (XML)\"."
                    + " Leave the information gathered in the option profile: without \"Host Scan Time\" it proves nothing absent.",
            "Qualys, \"API (VM, PC) XML/DTD Reference\", chapter \"Scans XML\", Vulnerability Scan Results",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("SCAN"::equals).isPresent() && probe.hasElement("HEADER", "IP", "ERROR");
    }

    @Override
    public boolean tellsCoverage() {
        return true;
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            new QualysScan(xml, sink, DESCRIPTOR).read();
            xml.finish();
        }
    }
}
