package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reports on scans and on web applications. Glossary and applications stand behind the results, so they are read twice. */
public final class QualysWasReportParser implements ScanParser {

    private static final Set<String> ROOTS = Set.of("WAS_SCAN_REPORT", "WAS_WEBAPP_REPORT");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "qualys-was-xml",
            QualysWords.SCANNER,
            "Qualys Web Application Scanning (report, XML)",
            "WAS 3 to 8: scan report and web application report",
            "In Qualys WAS open Reports, New Report, \"Scan Report\" or \"Web Application Report\", then download it as \"XML\"."
                    + " It never proves that a weakness is gone.",
            "Qualys, \"Web Application Scanning API\", chapter \"Reports\" (qualys.com/documentation)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter(ROOTS::contains).isPresent();
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        QualysWasFacts facts = new QualysWasFacts();
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            facts.read(xml, sink);
            xml.finish();
        }
        sink.header(facts.header(DESCRIPTOR));
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            new QualysWasResults(xml, sink, facts).read();
        }
    }
}
