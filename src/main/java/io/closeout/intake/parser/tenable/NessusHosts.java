package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one {@code ReportHost} after the other: properties first, then the items. */
final class NessusHosts {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final NessusItems items;
    private int number;

    NessusHosts(HardenedXml xml, ScanSink sink) {
        this.xml = xml;
        this.sink = sink;
        this.items = new NessusItems(xml, sink);
    }

    void read() throws IOException {
        String name = xml.attribute("name");
        if (name == null || name.isBlank()) {
            sink.skipped(new Skipped(xml.place(), "a host without a name, with all its results"));
            xml.skip();
            return;
        }
        sink.host(host(name.strip(), number++));
    }

    private ScannedHost host(String name, int position) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        NessusWitnesses witnesses = new NessusWitnesses();
        xml.children(part -> {
            switch (part) {
                case "HostProperties" -> xml.children(tag -> property(properties));
                case "ReportItem" -> items.read(name, position, witnesses);
                default -> xml.skip();
            }
        });
        return NessusHostFacts.of(name, position, properties, witnesses);
    }

    private void property(Map<String, String> properties) throws IOException {
        String name = xml.attribute("name");
        if (name != null) {
            properties.merge(name, xml.text().strip(), (one, other) -> one + "\n" + other);
        }
    }
}
