package io.closeout.intake.parser.acunetix;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Acunetix' XML: scans, each of one site with its report items. */
public final class AcunetixXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "acunetix-xml",
            "acunetix",
            "Acunetix (XML)",
            "Acunetix WVS 9 to 12, Acunetix 13 to 24 on premises and online",
            "Scans, select the scan, Export, Acunetix XML.",
            "Acunetix, \"Exporting scan results\" (acunetix.com/support/docs)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("ScanGroup"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            xml.children(name -> {
                if (name.equals("Scan")) {
                    new Scan(xml, sink, sites).read();
                }
            });
            xml.finish();
            sites.handTo(sink);
        }
    }

    /** One site; what is said of it stands before its items. */
    private static final class Scan {

        private final HardenedXml xml;
        private final ScanSink sink;
        private final WebSites sites;
        private final Map<String, String> told = new HashMap<>();

        Scan(HardenedXml xml, ScanSink sink, WebSites sites) {
            this.xml = xml;
            this.sink = sink;
            this.sites = sites;
        }

        void read() throws IOException {
            xml.children(name -> {
                switch (name) {
                    case "Crawler" -> {
                        String start = xml.attribute("StartUrl");
                        told.put("Crawler", start == null ? "" : start);
                    }
                    case "ReportItems" ->
                        xml.children(item -> {
                            if (item.equals("ReportItem")) {
                                AcunetixItem.read(xml).handTo(sink, sites, site());
                            }
                        });
                    case "StartURL", "StartTime", "FinishTime", "Os", "WebServer", "Banner" ->
                        told.put(name, xml.text().strip());
                    default -> {
                        // how the scan went
                    }
                }
            });
            WebSites.Place place = sites.at(site());
            sites.property(place, "web-server", told.getOrDefault("WebServer", ""));
            sites.property(place, "operating-system", told.getOrDefault("Os", ""));
            sites.scanned(place, moment("StartTime"), moment("FinishTime"));
        }

        /** The start may be written without http; the crawler then has it. */
        private String site() {
            String start = told.getOrDefault("StartURL", "");
            String crawled = told.getOrDefault("Crawler", "");
            return WebAddress.of(start).isPresent() || crawled.isEmpty() ? start : crawled;
        }

        /** Older releases write the day first. */
        private @Nullable Instant moment(String name) {
            String text = told.getOrDefault(name, "");
            Instant certain = ScanTimes.of(text);
            return certain == null ? ScanTimes.dayFirst(text) : certain;
        }
    }
}
