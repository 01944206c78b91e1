package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;

/** Greenbone's XML report, as a file or as the manager's answer: a report in a report, with results first and hosts last. */
public final class OpenVasXmlParser implements ScanParser {

    static final String SCANNER = "openvas";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "openvas-xml",
            SCANNER,
            "OpenVAS / Greenbone (XML)",
            "OpenVAS 6 to 9, Greenbone Community Edition and Enterprise Appliance 20 to 24",
            "In Greenbone Security Assistant open Scans, Reports, choose the report, then Download and the format \"XML\"."
                    + " Take the limit of rows out of the filter first.",
            "Greenbone, \"Greenbone Management Protocol\", get_reports (docs.greenbone.net)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot()
                .filter(root -> root.equals("get_reports_response")
                        || (root.equals("report") && probe.hasElement("gmp", "omp", "report_format", "nvt")))
                .isPresent();
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
            OpenVasReport report = new OpenVasReport(xml, sink, DESCRIPTOR);
            report.read();
            xml.finish();
            report.finish();
        }
    }
}
