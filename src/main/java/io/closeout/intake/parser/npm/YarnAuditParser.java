package io.closeout.intake.parser.npm;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Yarn writes one object a line: in version 1 an advisory for each path that leads to it, since version 2 one for each package. */
public final class YarnAuditParser implements ScanParser {

    private static final Set<String> MESSAGES = Set.of("info", "warning", "error");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "yarn-audit-json",
            NpmAdvisory.SCANNER,
            "yarn audit (JSON lines)",
            "Yarn 1 to 4",
            "yarn audit --json > audit.json; since Yarn 2: yarn npm audit --all --recursive --json > audit.json. It does not name"
                    + " the project: name the asset when you hand it in.",
            "Yarn, \"yarn audit\" (classic.yarnpkg.com) and \"yarn npm audit\" (yarnpkg.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("data.resolution", "data.advisory")
                || probe.hasJson("type", "data.vulnerabilities", "data.totalDependencies")
                || probe.hasJson("value", "children.ID")
                || (MESSAGES.contains(probe.jsonText("type"))
                        && !probe.jsonText("data").isEmpty());
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, NpmAdvisory.SCALE);
        findings.header(DESCRIPTOR, "");
        NpmAdvisory advisory = new NpmAdvisory(findings, sink);
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                line(json.place(), json.value(), advisory);
            }
        }
        findings.finish();
    }

    private static void line(String place, JsonValue line, NpmAdvisory advisory) {
        if (line.has("children")) {
            advisory.readYarn(place, line.text("value"), line.at("children"));
        } else if (line.text("type").equals("auditAdvisory")) {
            advisory.read(place, line.at("data", "advisory"));
        } else if (line.text("type").equals("error") || line.text("data").equals("No lockfile found.")) {
            throw ScanUnreadable.at(
                    place,
                    "Yarn did not audit anything: " + line.text("data") + " Put that right and run it" + " again.");
        }
    }
}
