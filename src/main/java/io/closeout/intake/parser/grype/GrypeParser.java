package io.closeout.intake.parser.grype;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What was scanned stands behind the matches, so the file is read twice. */
public final class GrypeParser implements ScanParser {

    /** Anchore, "Vulnerability Severity"; Negligible is Ubuntu's and Debian's word for what does no real damage. */
    private static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.LOW, "negligible").unrated("unknown");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "grype-json",
            "grype",
            "Grype (JSON)",
            "Grype 0.1 to 0.100",
            "grype NAME --output json > scan.json; leave --only-fixed away: what it leaves out is not in the file.",
            "Anchore, \"Grype: Output formats\" (github.com/anchore/grype)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("matches[].vulnerability", "matches[].artifact")
                || probe.hasJson("matches", "source")
                || probe.hasJson("matches", "descriptor");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SCALE);
        GrypeSubject subject = new GrypeSubject(facts(in));
        findings.header(DESCRIPTOR, subject.name());
        findings.asset(subject.name()).operatingSystem(subject.system()).end(Days.moment(subject.time()));
        GrypeMatch match = new GrypeMatch(subject.name(), findings, sink);
        JsonFile.members(in, (json, name) -> {
            switch (name) {
                case "matches" -> JsonFile.elements(json, each -> match.read(each.place(), each.value()));
                case "ignoredMatches" -> JsonFile.elements(json, each -> match.ignored(each.place(), each.value()));
                default -> json.skip();
            }
        });
        findings.finish();
    }

    private static Map<String, JsonValue> facts(ScanInput in) throws IOException {
        Map<String, JsonValue> facts = new HashMap<>();
        JsonFile.members(in, (json, name) -> fact(json, name, facts));
        return facts;
    }

    private static void fact(HardenedJson json, String name, Map<String, JsonValue> facts) throws IOException {
        if (name.equals("source") || name.equals("distro") || name.equals("descriptor")) {
            facts.put(name, json.value());
        }
    }
}
