package io.closeout.intake.parser.defender;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Answers of the API: vulnerabilities by machine, and machines. Several answers may stand behind each other in any order, so that what
 * belongs together comes in one file; it is read twice, the machines first.
 */
public final class DefenderJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "defender-json",
            "defender",
            "Microsoft Defender for Endpoint (API, JSON)",
            "API of Defender for Endpoint, 2021 to 2025",
            "Ask the API for /api/vulnerabilities/machinesVulnerabilities (or /api/machines/SoftwareVulnerabilitiesByMachine), all"
                    + " pages, and /api/machines for the names of the machines. It never proves that a weakness is gone.",
            "Microsoft Learn, \"List vulnerabilities by machine and software\", \"Export software vulnerabilities assessment\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Vulnerabilities and machines are exported apart. */
    @Override
    public boolean joinsFiles() {
        return true;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("value[].cveId", "value[].machineId")
                || probe.hasJson("value[].cveId", "value[].deviceId")
                || probe.hasJson("value[].computerDnsName", "value[].healthStatus")
                || probe.hasJson("[].cveId", "[].machineId")
                || probe.hasJson("[].cveId", "[].deviceId")
                || probe.hasJson("cveId", "deviceId")
                || (probe.hasJson("value") && isDefender(probe.jsonText("@odata.context")));
    }

    private static boolean isDefender(String context) {
        return context.contains("securitycenter.") || context.contains("security.microsoft.com");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        sink.header(ScanHeader.of(DESCRIPTOR));
        boolean answers = ScanProbe.of(in).hasJson("value");
        DefenderMachines machines = new DefenderMachines(sink);
        entries(in, answers, (place, entry) -> machines.know(entry), page -> {});
        DefenderFindings findings = new DefenderFindings(sink, machines);
        entries(
                in,
                answers,
                findings::read,
                page -> sink.skipped(new Skipped(
                        page, "the answer goes on at another page (@odata.nextLink); hand that in as well")));
        machines.finish();
    }

    /**
     * @param answers whether the file holds answers of the API; else arrays of entries, or one entry a line
     * @param nextPage takes the place where an answer names its next page
     */
    private static void entries(ScanInput in, boolean answers, EntryHandler handler, Consumer<String> nextPage)
            throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                if (json.isArray()) {
                    json.elements(() -> handler.entry(json.place(), json.value()));
                } else if (answers) {
                    json.members(name -> member(json, name, handler, nextPage));
                } else {
                    handler.entry(json.place(), json.value());
                }
            }
        }
    }

    private static void member(HardenedJson json, String name, EntryHandler handler, Consumer<String> nextPage)
            throws IOException {
        if (name.equals("value") && json.isArray()) {
            json.elements(() -> handler.entry(json.place(), json.value()));
        } else if (name.equals("@odata.nextLink") && !json.text().isEmpty()) {
            nextPage.accept(json.place());
        }
    }

    /** Takes one vulnerability or machine. */
    private interface EntryHandler {
        void entry(String place, JsonValue entry);
    }
}
