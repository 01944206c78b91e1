package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;

/** The full export, "XML Export" and "XML Export 2.0". What its checks mean stands behind the hosts, so it is read twice. */
public final class NexposeXmlParser implements ScanParser {

    static final String SCANNER = "nexpose";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nexpose-xml",
            SCANNER,
            "Rapid7 Nexpose / InsightVM (XML Export)",
            "XML Export 1.0 and 2.0",
            "In the Security Console open Reports, Export, choose the format \"XML Export 2.0\" and the scan or the assets. It can be"
                    + " put together from several scans, so it never proves that a weakness is gone.",
            "Rapid7, InsightVM documentation, \"Report templates and sections\", and the schema Report_XML_Export_Schema_2.0.xsd",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("NexposeReport"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        NexposeFacts facts = new NexposeFacts();
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
            int[] number = {0};
            xml.children(part -> {
                if (part.equals("nodes")) {
                    xml.children(node -> new NexposeNode(xml, sink, facts, number[0]++).read());
                }
            });
        }
    }
}
