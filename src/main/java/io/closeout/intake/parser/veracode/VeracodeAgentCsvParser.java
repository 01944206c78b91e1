package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** The table of issues that the agent's page exports. It does not say by which version of CVSS a score was made. */
public final class VeracodeAgentCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "veracode-sca-csv",
            VeracodeAgentIssue.SCANNER,
            "Veracode SCA, agent-based (CSV)",
            "exports of 2019 to 2025",
            "Open Scans & Analysis, Software Composition Analysis, Agent-Based Scan, Issues, then Export to CSV.",
            "Veracode, \"Export SCA issues\" (docs.veracode.com)",
            1);

    private static final Set<String> COLUMNS =
            Set.of("Issue ID", "Issue type", "Library", "Version in use", "Severity", "CVE", "Status");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(COLUMNS);
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, COLUMNS)) {
            ListedFindings findings = new ListedFindings(sink, VeracodeAgentIssue.SCALE);
            findings.header(DESCRIPTOR, "");
            while (rows.next(sink)) {
                row(rows, findings);
            }
            findings.finish();
        }
    }

    private static void row(CsvRows rows, ListedFindings findings) {
        PackageWeakness weakness = new PackageWeakness(
                        rows.place(),
                        rows.get("Project"),
                        VeracodeAgentIssue.id(rows.get("CVE"), rows.get("Vulnerability ID")))
                .of("", library(rows), rows.get("Version in use"))
                .fixedIn(rows.get("Updated Version"))
                .rated(rows.get("Severity"), CvssScores.NONE)
                .told(rows.get("Title"), "")
                .line("Branch", rows.get("Branch"))
                .line("Latest version", rows.get("Latest version"))
                .line("Needed", rows.get("Dependency (Transitive or Direct)"))
                .line("Calls vulnerable methods", rows.get("Has vulnerable methods"))
                .line("CVSS score", rows.get("CVSS score"))
                .line("First found", rows.get("Issue opened: Scan date"));
        VeracodeAgentIssue.add(
                rows.place(),
                rows.get("Issue type").toLowerCase(Locale.ROOT),
                rows.get("Ignored").equalsIgnoreCase("true") ? "ignored" : rows.get("Status"),
                rows.get("Issue ID"),
                weakness,
                findings);
    }

    /** As the other format names it: libraries of Maven by their coordinates. */
    private static String library(CsvRows rows) {
        String group = rows.get("Coordinate 1");
        String name = rows.get("Coordinate 2");
        if (group.isEmpty()) {
            return name.isEmpty() ? rows.get("Library") : name;
        }
        return name.isEmpty() ? group : group + ":" + name;
    }
}
