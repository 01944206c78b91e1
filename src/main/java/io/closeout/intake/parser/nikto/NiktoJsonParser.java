package io.closeout.intake.parser.nikto;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;

/** Nikto's JSON report: a host with its items, or in newer versions an array of hosts. */
public final class NiktoJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nikto-json",
            NiktoXmlParser.SCANNER,
            "Nikto (JSON)",
            "Nikto 2.1 and 2.5",
            "nikto -h https://shop.example -Format json -output nikto.json. The file does not say whether the site is spoken to by"
                    + " https; port 443 and 8443 are taken for it.",
            "CIRT.net, Nikto's plugins/nikto_report_json.plugin (github.com/sullo/nikto)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return isHost(probe, "") || isHost(probe, "[].");
    }

    private static boolean isHost(ScanProbe probe, String at) {
        return probe.hasJson(at + "vulnerabilities", at + "host", at + "port")
                && (probe.hasJson(at + "banner") || probe.hasJson(at + "vulnerabilities[].msg"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            json.entries(() -> host(json, sink, sites));
            sites.handTo(sink);
        }
    }

    /** The report of one host is small and held as a whole, since its name may stand behind its items. */
    private static void host(HardenedJson json, ScanSink sink, WebSites sites) throws IOException {
        String where = json.place();
        JsonValue host = json.value();
        String name = host.text("host").isEmpty() ? host.text("ip") : host.text("host");
        String site = NiktoItem.site(name, host.text("port"));
        WebSites.Place at = sites.at(site);
        sites.property(at, "ip", host.text("ip"));
        sites.property(at, "banner", host.text("banner"));
        int[] number = {0};
        host.items("vulnerabilities").forEach(item -> new NiktoItem(
                        item.text("id"),
                        site,
                        item.text("url"),
                        item.text("method"),
                        item.text("msg"),
                        item.text("OSVDB"),
                        String.join(" ", item.texts("references")))
                .handTo(sink, sites, where + ", item " + ++number[0]));
    }
}
