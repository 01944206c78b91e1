package io.closeout.intake.parser.checkov;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.FixStatus;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of one check on one resource, or of a scan of packages. */
final class CheckovCheck {

    private static final String WHERE_NOT_RATED = "medium";

    private final ListedFindings findings;
    private final ScanSink sink;

    CheckovCheck(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void failed(String place, JsonValue check) {
        JsonValue weakness = check.at("vulnerability_details");
        if (weakness.has("id")) {
            vulnerable(place, check, weakness);
            return;
        }
        findings.add(
                new Found(place, "", check.text("check_id"), file(check), severity(check), CvssScores.NONE),
                record -> record.title(check.text("check_name"))
                        .family(check.text("bc_category"))
                        .synopsis(check.text("short_description"))
                        .description(check.text("description"))
                        .solution(guideline(check))
                        .output(output(check))
                        .seeAlso(check.texts("guideline"))
                        .crossReferences(check.texts("bc_check_id")));
    }

    private static String severity(JsonValue check) {
        String word = check.text("severity");
        return word.isEmpty() ? WHERE_NOT_RATED : word;
    }

    /** From the root of the code, which Checkov writes as if it were that of the disk. */
    private static String file(JsonValue check) {
        return check.firstText("repo_file_path", "file_path").replace('\\', '/').replaceFirst("^/+", "");
    }

    private static String guideline(JsonValue check) {
        String guideline = check.text("guideline");
        return guideline.isEmpty() ? "" : "Change the resource as " + guideline + " says.";
    }

    private static String output(JsonValue check) {
        List<String> lines = check.texts("file_line_range");
        return Stream.of(
                        line("Resource", check.text("resource")),
                        line("File", file(check)),
                        line("Lines", String.join(" to ", lines)),
                        line(
                                "Looked at",
                                String.join(", ", check.at("check_result").texts("evaluated_keys"))),
                        line("Severity", check.text("severity").isEmpty() ? "not rated by Checkov" : ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : label + ": " + text;
    }

    private void vulnerable(String place, JsonValue check, JsonValue weakness) {
        CvssScores scores = new ScoreList(place, sink)
                .offer("3", weakness.text("cvss"), weakness.text("vector"))
                .scores();
        new PackageWeakness(place, "", weakness.text("id"))
                .of("", weakness.text("package_name"), weakness.text("package_version"))
                .fixedIn(FixStatus.fixedIn(weakness.text("status")))
                .advice(FixStatus.advice(weakness.text("status")))
                .rated(weakness.text("severity").isEmpty() ? check.text("severity") : weakness.text("severity"), scores)
                .told("", weakness.text("description"))
                .links(weakness.texts("link"))
                .published(Days.day(weakness.text("published_date")))
                .line("File", file(check))
                .addTo(findings);
    }

    void passed(String place, JsonValue check) {
        findings.remark(place, name(check) + " has passed");
    }

    void suppressed(String place, JsonValue check) {
        String why = check.text("check_result", "suppress_comment");
        findings.remark(place, name(check) + " was suppressed" + (why.isEmpty() ? "" : ": " + why));
    }

    void notParsed(String place, String file) {
        findings.remark(place, "Checkov could not read the file " + file);
    }

    private static String name(JsonValue check) {
        return check.text("check_id") + " in " + file(check) + " (" + check.text("resource") + ")";
    }
}
