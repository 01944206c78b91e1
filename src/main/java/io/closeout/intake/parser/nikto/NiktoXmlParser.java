package io.closeout.intake.parser.nikto;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nikto's XML report; newer versions put each host into a scan of its own. */
public final class NiktoXmlParser implements ScanParser {

    static final String SCANNER = "nikto";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nikto-xml",
            SCANNER,
            "Nikto (XML)",
            "Nikto 2.1",
            "nikto -h https://shop.example -Format xml -output nikto.xml. Nikto rates nothing: an item with an OSVDB number is"
                    + " Moderate, all else informational.",
            "CIRT.net, Nikto's docs/nikto.dtd (github.com/sullo/nikto)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("niktoscan"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            scan(xml, sink, sites);
            xml.finish();
            sites.handTo(sink);
        }
    }

    private static void scan(HardenedXml xml, ScanSink sink, WebSites sites) throws IOException {
        xml.children(name -> {
            if (name.equals("niktoscan")) {
                scan(xml, sink, sites);
            } else if (name.equals("scandetails")) {
                details(xml, sink, sites);
            }
        });
    }

    private static void details(HardenedXml xml, ScanSink sink, WebSites sites) throws IOException {
        String named = attribute(xml, "sitename");
        String site = named.startsWith("http")
                ? named
                : NiktoItem.site(attribute(xml, "targethostname"), attribute(xml, "targetport"));
        WebSites.Place at = sites.at(site);
        sites.property(at, "ip", attribute(xml, "targetip"));
        sites.property(at, "banner", attribute(xml, "targetbanner"));
        sites.scanned(at, ScanTimes.of(attribute(xml, "starttime")), null);
        xml.children(name -> {
            if (name.equals("item")) {
                item(xml, site, sink, sites);
            } else if (name.equals("statistics")) {
                sites.scanned(at, null, ended(xml.attribute("endtime")));
            }
        });
    }

    /** A scan that was broken off ends in 1970. */
    private static @Nullable Instant ended(@Nullable String time) {
        Instant end = time == null ? null : ScanTimes.of(time);
        return end == null || end.getEpochSecond() < 86_400 ? null : end;
    }

    private static void item(HardenedXml xml, String site, ScanSink sink, WebSites sites) throws IOException {
        String place = xml.place();
        String id = attribute(xml, "id");
        String osvdb = attribute(xml, "osvdbid");
        String method = attribute(xml, "method");
        Map<String, String> texts = new HashMap<>();
        xml.children(name -> texts.put(name, xml.text().strip()));
        new NiktoItem(
                        id,
                        site,
                        texts.getOrDefault("uri", ""),
                        method,
                        texts.getOrDefault("description", ""),
                        osvdb,
                        texts.getOrDefault("references", ""))
                .handTo(sink, sites, place);
    }

    private static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text.strip();
    }
}
