package io.closeout.intake.parser.snyk;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program finds in the packages or the configuration of one project. */
final class SnykWeakness {

    private static final String ADDRESS = "https://security.snyk.io/vuln/";
    private static final String REMEDIATION = "## Remediation";

    private final SnykProject project;
    private final ListedFindings findings;
    private final ScanSink sink;

    SnykWeakness(SnykProject project, ListedFindings findings, ScanSink sink) {
        this.project = project;
        this.findings = findings;
        this.sink = sink;
    }

    /** A package may have an entry for each way by which the project comes to need it. */
    void read(String place, JsonValue value) {
        String id = value.text("id");
        boolean isLicense = value.text("type").equals("license");
        String fixed = fixed(value);
        new PackageWeakness(place, project.asset(), id)
                .aliases(aliases(value))
                .of("", value.firstText("packageName", "moduleName", "name"), version(value))
                .fixedIn(fixed)
                .advice(fixed.isEmpty() ? remediation(value.text("description")) : upgrade(value))
                .rated(value.text("severity"), scores(place, value))
                .told(value.text("title"), value.text("description"))
                .family(isLicense ? "license" : value.text("packageManager"))
                .cwes(value.texts("identifiers", "CWE"))
                .links(Stream.concat(
                                value.items("references").map(link -> link.text("url")),
                                Stream.of(isLicense || id.isEmpty() ? "" : ADDRESS + id))
                        .toList())
                .published(Days.day(value.firstText("disclosureTime", "publicationTime")))
                .line("File", project.file().isEmpty() ? value.text("filePath") : project.file())
                .line("Needed by", String.join(" > ", value.texts("from")))
                .line("Vulnerable versions", String.join(", ", value.texts("semver", "vulnerable")))
                .line("License", value.text("license"))
                .line("Exploit", value.firstText("exploit", "exploitMaturity"))
                .line("EPSS", value.text("epssDetails", "probability"))
                .addTo(findings);
    }

    private static String version(JsonValue value) {
        return value.firstText("version", "packageVersion");
    }

    private static List<String> aliases(JsonValue value) {
        return value.members("identifiers")
                .filter(list -> !list.getKey().equals("CWE"))
                .flatMap(list -> list.getValue().texts().stream())
                .toList();
    }

    private static String fixed(JsonValue value) {
        String versions = String.join(", ", value.texts("fixedIn"));
        return versions.isEmpty() ? value.text("nearestFixedInVersion") : versions;
    }

    /** What the project names itself may have to be raised for the package below it to follow. */
    private static String upgrade(JsonValue value) {
        List<String> path = value.texts("upgradePath").stream()
                .filter(step -> step.contains("@"))
                .toList();
        return path.size() < 2 ? "" : "The project comes to it by: " + String.join(" > ", path);
    }

    private static String remediation(String description) {
        int begin = description.indexOf(REMEDIATION);
        if (begin < 0) {
            return "";
        }
        String text = description.substring(begin + REMEDIATION.length());
        int end = text.indexOf("\n## ");
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** Snyk's own score is offered first. */
    private CvssScores scores(String place, JsonValue value) {
        ScoreList list = new ScoreList(place, sink);
        list.offer("3", value.text("cvssScore"), value.text("CVSSv3"));
        value.items("cvssSources")
                .filter(source -> source.text("type").equals("primary"))
                .forEach(source ->
                        list.offer(source.text("cvssVersion"), source.text("baseScore"), source.text("vector")));
        return list.scores();
    }

    /** An entry of {@code infrastructureAsCodeIssues}. */
    void configuration(String place, JsonValue issue) {
        String rule = issue.firstText("publicId", "id");
        if (issue.text("isIgnored").equals("true")) {
            findings.skipped(place, rule + " in " + project.file() + " is ignored");
            return;
        }
        findings.add(
                new Found(place, project.asset(), rule, project.file(), issue.text("severity"), CvssScores.NONE),
                record -> record.title(issue.text("title"))
                        .family(issue.text("subType"))
                        .description(told(issue))
                        .solution(iac(issue, "resolve"))
                        .output(new LabelledLines()
                                .line("File", project.file())
                                .line("Line", issue.text("lineNumber"))
                                .line("Setting", setting(issue))
                                .text())
                        .seeAlso(Stream.concat(
                                        Stream.of(issue.text("documentation")), issue.texts("references").stream())
                                .filter(link -> link.startsWith("http"))
                                .distinct()
                                .toList()));
    }

    private static String setting(JsonValue issue) {
        String path = String.join(".", issue.texts("path"));
        return path.isEmpty() ? issue.text("msg") : path;
    }

    private static String told(JsonValue issue) {
        return Stream.of(iac(issue, "issue"), iac(issue, "impact"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String iac(JsonValue issue, String part) {
        String text = issue.text("iacDescription", part);
        return text.isEmpty() ? issue.text(part) : text;
    }

    /** @param list {@code ignore} or {@code patch}, for what the project's policy takes out */
    void filtered(String place, String list, JsonValue value) {
        String reason = value.items("filtered", "ignored")
                .map(each -> each.text("reason"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        findings.remark(
                place,
                value.text("id") + " in " + value.text("packageName")
                        + (list.equals("patch") ? " is patched by Snyk" : " is ignored by the project's policy")
                        + (reason.isEmpty() ? "" : ": " + reason));
    }
}
