package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;

/** {@code {"findings": [{"title": …, "severity": …}]}}, as DefectDojo imports it from tools that it does not know. Proves nothing absent. */
public final class FindingListParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "findings-json",
            FindingTableParser.SCANNER,
            "List of findings (JSON)",
            "any; also DefectDojo's generic findings",
            "Write an object with the member \"findings\": an array of objects with title, severity (Critical, High, Medium, Low, Info) and"
                    + " as far as known description, mitigation, impact, cve, cwe or cwes, cvssv3, endpoints, file_path, line, references.",
            "DefectDojo documentation, \"Generic Findings Import\" (docs.defectdojo.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("findings[].title", "findings[].severity");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedHosts hosts = new ListedHosts();
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            while (json.next()) {
                json.members(name -> {
                    if (name.equals("findings")) {
                        json.elements(() -> {
                            String place = json.place();
                            JsonValue finding = json.value();
                            new ListedFinding(names -> text(finding, names), place, sink).handOver(hosts);
                        });
                    }
                });
            }
        }
        hosts.handOver(sink);
    }

    private static String text(JsonValue finding, String... names) {
        for (String name : names) {
            String text = String.join(" ", finding.texts(name));
            if (!text.isEmpty()) {
                return text;
            }
            String host = finding.items(name)
                    .findFirst()
                    .map(first -> first.text("host"))
                    .orElse("");
            if (!host.isEmpty()) {
                return host;
            }
        }
        return "";
    }
}
