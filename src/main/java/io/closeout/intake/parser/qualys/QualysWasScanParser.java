package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;

/** One scan as the WAS API answers with it, alone or in its envelope. */
public final class QualysWasScanParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "qualys-wasscan-xml",
            QualysWords.SCANNER,
            "Qualys Web Application Scanning (scan of the API, XML)",
            "WAS API 3",
            "Ask the API for /qps/rest/3.0/download/was/wasscan/{id}. It gives no severity of single findings, which are taken as"
                    + " Medium; the report of the scan in XML gives them.",
            "Qualys, \"Web Application Scanning API\", chapter \"Scans\", Download scan results",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot()
                .filter(root ->
                        root.equals("WasScan") || (root.equals("ServiceResponse") && probe.hasElement("WasScan")))
                .isPresent();
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        QualysWasScan scan = new QualysWasScan(sink, DESCRIPTOR);
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            scan.read(xml, xml.root());
            xml.finish();
        }
        scan.finish();
    }
}
