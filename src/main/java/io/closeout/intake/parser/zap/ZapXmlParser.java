package io.closeout.intake.parser.zap;

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

/** ZAP's XML report, with or without requests: sites, each with its alerts. */
public final class ZapXmlParser implements ScanParser {

    static final String SCANNER = "zap";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "zap-xml",
            SCANNER,
            "ZAP (XML)",
            "ZAP 2.4 to 2.16",
            "In ZAP choose Report, Generate Report, then the template \"Traditional XML Report\";"
                    + " or run the baseline or full scan with -x report.xml.",
            "ZAP, \"Traditional XML Report\" (www.zaproxy.org/docs/desktop/addons/report-generation)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("OWASPZAPReport"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            Instant end = end(xml);
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            xml.children(name -> {
                if (name.equals("site")) {
                    site(xml, sink, sites);
                }
            });
            xml.finish();
            sites.allScanned(null, end);
            sites.handTo(sink);
        }
    }

    /** The newer one has a zone; the older one is written in the language of the machine, of which English is read. */
    private static @Nullable Instant end(HardenedXml xml) {
        Instant created = ScanTimes.of(attribute(xml, "created"));
        return created == null ? ScanTimes.of(attribute(xml, "generated")) : created;
    }

    private static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text;
    }

    private static void site(HardenedXml xml, ScanSink sink, WebSites sites) throws IOException {
        String site = attribute(xml, "name");
        sites.at(site);
        xml.children(alerts -> {
            if (alerts.equals("alerts")) {
                xml.children(name -> {
                    if (name.equals("alertitem")) {
                        alert(xml).handTo(sink, sites, site);
                    }
                });
            }
        });
    }

    private static ZapAlert alert(HardenedXml xml) throws IOException {
        ZapAlert alert = new ZapAlert(xml.place());
        xml.children(name -> {
            if (name.equals("instances")) {
                xml.children(instance -> alert.instance(instance(xml)));
            } else {
                alert.text(name, xml.text());
            }
        });
        return alert;
    }

    private static Map<String, String> instance(HardenedXml xml) throws IOException {
        Map<String, String> texts = new HashMap<>();
        xml.children(name -> {
            if (!name.startsWith("request") && !name.startsWith("response")) {
                texts.put(name, xml.text().strip());
            }
        });
        return texts;
    }
}
