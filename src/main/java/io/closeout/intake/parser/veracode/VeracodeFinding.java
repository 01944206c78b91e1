package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A finding of the REST API, of whichever analysis. */
final class VeracodeFinding {

    private final ListedFindings findings;
    private final ScanSink sink;

    VeracodeFinding(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void read(String place, JsonValue finding) {
        JsonValue details = finding.at("finding_details");
        String closed = closed(finding.at("finding_status"));
        if (!closed.isEmpty()) {
            findings.skipped(place, name(finding, details) + " is " + closed);
        } else if (finding.text("scan_type").equals("SCA")) {
            component(place, finding, details);
        } else {
            flaw(place, finding, details);
        }
    }

    private static String name(JsonValue finding, JsonValue details) {
        String id = finding.text("issue_id");
        return id.isEmpty() ? details.text("cve", "name") : "flaw " + id;
    }

    private static String closed(JsonValue status) {
        if (VeracodeScale.isClosed(status.text("status"))) {
            return status.text("status").toLowerCase(Locale.ROOT);
        }
        String resolution = status.text("resolution").toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean resolved = !resolution.isEmpty() && !resolution.equals("unresolved");
        return resolved && status.text("resolution_status").equals("APPROVED")
                ? "open, but approved as " + resolution
                : "";
    }

    private void flaw(String place, JsonValue finding, JsonValue details) {
        Optional<WebAddress> page = WebAddress.of(details.text("url"));
        String file = VeracodeScale.path("", details.firstText("file_path", "file_name"));
        String module = details.text("module");
        findings.add(
                new Found(
                        place,
                        page.map(WebAddress::origin)
                                .orElse(
                                        details.text("hostname").isEmpty()
                                                ? finding.text("context_guid")
                                                : details.text("hostname")),
                        VeracodeScale.check(details.text("cwe", "id")),
                        page.map(WebAddress::path).orElse(file.isEmpty() ? module : file),
                        details.text("severity"),
                        CvssScores.NONE),
                record -> told(finding, details, record).output(output(finding, details, file)));
    }

    private static ScanRecord.Builder told(JsonValue finding, JsonValue details, ScanRecord.Builder record) {
        HtmlText.Prose prose = HtmlText.read(finding.text("description"));
        String category = details.text("finding_category", "name");
        return record.title(category.isEmpty() ? details.text("cwe", "name") : category)
                .family(finding.text("scan_type").toLowerCase(Locale.ROOT))
                .description(prose.text())
                .seeAlso(prose.links())
                .crossReferences(CweList.ofNumber(details.text("cwe", "id")));
    }

    private static String output(JsonValue finding, JsonValue details, String file) {
        return new LabelledLines()
                .line("File", file)
                .line("Line", details.text("file_line_number"))
                .line("Function", details.text("procedure"))
                .line("Module", details.text("module"))
                .line("Address", details.text("url"))
                .line("Parameter", details.text("vulnerable_parameter"))
                .line("Attack vector", details.text("attack_vector"))
                .line("Issue", finding.text("issue_id"))
                .line("First found", finding.text("finding_status", "first_found_date"))
                .text();
    }

    private void component(String place, JsonValue finding, JsonValue details) {
        JsonValue cve = details.at("cve");
        CvssScores scores = new ScoreList(place, sink)
                .offerV3(cve.text("cvss3", "score"), cve.text("cvss3", "vector"))
                .offerV2(cve.text("cvss"), cve.text("vector"))
                .scores();
        new PackageWeakness(place, finding.text("context_guid"), cve.text("name"))
                .of(
                        "",
                        VeracodeLibrary.ofFile(details.text("component_filename"), details.text("version")),
                        details.text("version"))
                .rated(details.text("severity"), scores)
                .told("", finding.text("description"))
                .family("sca")
                .cwes(List.of(details.text("cwe", "id")))
                .links(cve.texts("href"))
                .line("File", details.text("component_filename"))
                .line(
                        "Found in",
                        String.join(
                                ", ",
                                details.items("component_path")
                                        .map(path -> path.text("path"))
                                        .toList()))
                .line("First found", finding.text("finding_status", "first_found_date"))
                .addTo(findings);
    }
}
