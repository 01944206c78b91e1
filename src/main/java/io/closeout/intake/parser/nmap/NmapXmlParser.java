package io.closeout.intake.parser.nmap;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Open ports are information; what scripts call vulnerable is a finding. */
public final class NmapXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nmap-xml",
            "nmap",
            "Nmap (XML)",
            "Nmap 5 to 7 (xmloutputversion 1.03 to 1.05)",
            "nmap -sV --script vulners -oX scan.xml TARGETS. Open ports are kept as information and never make an item; CVEs that the"
                    + " script vulners lists, and what other scripts call vulnerable, do. It never proves that a weakness is gone.",
            "Nmap, \"Nmap XML Output\" (nmap.org/book/output-formats-xml-output.html) and nmap.dtd",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("nmaprun"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            sink.header(new ScanHeader(
                    DESCRIPTOR.scanner(),
                    DESCRIPTOR.format(),
                    orEmpty(xml.attribute("args")),
                    "",
                    new CheckSelection.Builder().build(),
                    PortRange.of("")));
            String start = orEmpty(xml.attribute("start"));
            int[] number = {0};
            xml.children(name -> {
                if (name.equals("host")) {
                    new NmapHost(xml, sink, number[0]++, start).read();
                }
            });
            xml.finish();
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
