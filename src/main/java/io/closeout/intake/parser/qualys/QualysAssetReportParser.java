package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The report on hosts that Qualys makes from what it knows. Its glossary of checks stands behind the hosts, so it is read twice. */
public final class QualysAssetReportParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "qualys-asset-data-xml",
            QualysWords.SCANNER,
            "Qualys VM (asset data report, XML)",
            "asset_data_report.dtd, as of 2018 to 2024",
            "In Qualys VM open Reports, New, Scan Report, choose a template with host based findings, and the format"
                    + " \"Extensible Markup Language (XML)\". It is put together from several scans, so it never proves that a"
                    + " weakness is gone; take the results of a scan for that.",
            "Qualys, \"API (VM, PC) XML/DTD Reference\", chapter \"VM Report XML\", Asset Data Report",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("ASSET_DATA_REPORT"::equals).isPresent();
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Map<String, QualysCheck> glossary = glossary(in, sink);
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            new QualysAssets(xml, sink, DESCRIPTOR, glossary).read();
            xml.finish();
        }
    }

    private static Map<String, QualysCheck> glossary(ScanInput in, ScanSink sink) throws IOException {
        Map<String, QualysCheck> glossary = new HashMap<>();
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            xml.children(part -> {
                if (part.equals("GLOSSARY")) {
                    xml.children(list -> xml.children(entry -> {
                        QualysCheck check = QualysCheck.read(xml, sink, new HtmlMemory());
                        glossary.put(check.id(), check);
                    }));
                }
            });
        }
        return glossary;
    }
}
