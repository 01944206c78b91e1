package io.closeout.intake.parser.zap;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
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

/** ZAP's JSON report, and the flat list of alerts that its API and older versions write. */
public final class ZapJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "zap-json",
            ZapXmlParser.SCANNER,
            "ZAP (JSON)",
            "ZAP 2.7 to 2.16",
            "In ZAP choose Report, Generate Report, then the template \"Traditional JSON Report\";"
                    + " or run the baseline or full scan with -J report.json.",
            "ZAP, \"Traditional JSON Report\" (www.zaproxy.org/docs/desktop/addons/report-generation)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return (probe.hasJson("site") && (probe.hasJson("@version") || probe.hasJson("site[].alerts")))
                || probe.hasJson("vulnerabilities[].alert", "vulnerabilities[].pluginId")
                || probe.hasJson("alerts[].alert", "alerts[].pluginId");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            Reading reading = new Reading(json, sink);
            while (json.next()) {
                reading.report();
            }
            reading.finish();
        }
    }

    private static final class Reading {

        private final HardenedJson json;
        private final ScanSink sink;
        private final WebSites sites = new WebSites();
        private @Nullable Instant end;

        Reading(HardenedJson json, ScanSink sink) {
            this.json = json;
            this.sink = sink;
        }

        void report() throws IOException {
            json.members(name -> {
                switch (name) {
                    case "created" -> end = ScanTimes.of(json.text());
                    case "@generated" -> end = end == null ? ScanTimes.of(json.text()) : end;
                    case "alerts", "vulnerabilities" -> alerts("");
                    case "site" -> sites();
                    default -> {}
                }
            });
        }

        private void sites() throws IOException {
            if (json.isArray()) {
                json.elements(this::site);
            } else if (json.isObject()) {
                site();
            }
        }

        /** The name of a site stands before its alerts; else their own addresses decide. */
        private void site() throws IOException {
            String[] site = {""};
            json.members(name -> {
                if (name.equals("@name")) {
                    site[0] = json.text().strip();
                    sites.at(site[0]);
                } else if (name.equals("alerts")) {
                    alerts(site[0]);
                }
            });
        }

        private void alerts(String site) throws IOException {
            if (json.isArray()) {
                json.elements(() -> alert().handTo(sink, sites, site));
            }
        }

        private ZapAlert alert() throws IOException {
            ZapAlert alert = new ZapAlert(json.place());
            json.members(name -> {
                if (name.equals("instances") && json.isArray()) {
                    json.elements(() -> alert.instance(instance()));
                } else if (name.equals("tags")) {
                    alert.text(name, json.value().toString());
                } else {
                    alert.text(name, json.text());
                }
            });
            return alert;
        }

        private Map<String, String> instance() throws IOException {
            Map<String, String> texts = new HashMap<>();
            json.members(name -> {
                if (!name.startsWith("request") && !name.startsWith("response")) {
                    texts.put(name, json.text().strip());
                }
            });
            return texts;
        }

        void finish() {
            sites.allScanned(null, end);
            sites.handTo(sink);
        }
    }
}
