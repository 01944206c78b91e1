package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The simple export: hosts, services and ids of checks, and no word of severity. */
public final class NexposeSimpleParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nexpose-simple-xml",
            NexposeXmlParser.SCANNER,
            "Rapid7 Nexpose / InsightVM (Simple XML)",
            "NeXposeSimpleXML 1.0",
            "In the Security Console open Reports, Export, \"Simple XML Export\". It gives no severity and no texts: all findings are"
                    + " taken as Medium. \"XML Export 2.0\" says more.",
            "Rapid7, InsightVM documentation, \"Report templates and sections\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("NeXposeSimpleXML"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            new Report(xml, sink).read();
            xml.finish();
        }
    }

    private static final class Report {

        private final HardenedXml xml;
        private final ScanSink sink;
        private int devices;
        private boolean anyFinding;
        private @Nullable Instant generated;

        Report(HardenedXml xml, ScanSink sink) {
            this.xml = xml;
            this.sink = sink;
        }

        void read() throws IOException {
            xml.children(part -> {
                if (part.equals("generated")) {
                    generated = NexposeFacts.moment(xml.text().strip());
                } else if (part.equals("devices")) {
                    xml.children(device -> {
                        NexposeDevice host = new NexposeDevice(xml, sink, devices++);
                        anyFinding |= host.read(generated);
                    });
                }
            });
            if (anyFinding) {
                sink.skipped(new Skipped(
                        "the whole file",
                        "it does not say how severe the findings are. All are taken as Medium; hand in the"
                                + " \"XML Export 2.0\" to have them rated"));
            }
        }
    }
}
