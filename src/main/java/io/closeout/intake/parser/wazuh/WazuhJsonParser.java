package io.closeout.intake.parser.wazuh;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Answers of the API up to 4.7 and of the index since 4.8. Both are pages of a query, so they prove nothing absent. */
public final class WazuhJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "wazuh-json",
            "wazuh",
            "Wazuh (vulnerability detection, JSON)",
            "Wazuh 4.3 to 4.7 (API), 4.8 to 4.12 (index)",
            "Up to 4.7 ask the API for /vulnerability/{agent}; since 4.8 query the index wazuh-states-vulnerabilities-* with a size"
                    + " that holds all hits. It never proves that a weakness is gone.",
            "Wazuh documentation, \"Vulnerability detection\" (documentation.wazuh.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** An empty answer of the index could be one to any question; only the API says what was asked. */
    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("hits.hits[]._source.vulnerability")
                || (probe.hasJson("data.affected_items")
                        && (probe.hasJson("data.affected_items[].cve")
                                || probe.jsonText("message")
                                        .toLowerCase(Locale.ROOT)
                                        .contains("vulnerabilit")));
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        sink.header(ScanHeader.of(DESCRIPTOR));
        WazuhFindings findings = new WazuhFindings(sink);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                json.members(name -> list(json, name, findings));
            }
        }
        findings.finish();
    }

    private static void list(HardenedJson json, String name, WazuhFindings findings) throws IOException {
        if (json.isObject() && (name.equals("data") || name.equals("hits"))) {
            json.members(member -> {
                if (json.isArray() && (member.equals("affected_items") || member.equals("hits"))) {
                    json.elements(() -> findings.read(json.place(), json.value()));
                }
            });
        }
    }
}
