package io.closeout.intake.parser.nuclei;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;

/** Nuclei's results, each with the template that matched. */
public final class NucleiParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nuclei-json",
            "nuclei",
            "Nuclei (JSON and JSON lines)",
            "Nuclei 2.3 to 3.3",
            "nuclei -u https://shop.example -jsonl -o nuclei.jsonl, or -json-export nuclei.json. A run without matches writes an"
                    + " empty file, which cannot be told from a run that failed and is not taken.",
            "ProjectDiscovery, \"Nuclei: Running\" (docs.projectdiscovery.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return isResult(probe, "") || isResult(probe, "[].");
    }

    private static boolean isResult(ScanProbe probe, String at) {
        return probe.hasJson(at + "info.severity")
                && (probe.hasJson(at + "template-id") || probe.hasJson(at + "templateID"));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            json.entries(() -> result(json, sink, sites));
            sites.handTo(sink);
        }
    }

    private static void result(HardenedJson json, ScanSink sink, WebSites sites) throws IOException {
        String place = json.place();
        new NucleiResult(json.value(), place).handTo(sink, sites);
    }
}
