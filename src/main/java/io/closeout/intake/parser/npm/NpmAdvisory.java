package io.closeout.intake.parser.npm;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Advisories in the layout that npm 6, pnpm and Yarn 1 share, and in those of npm 7 and Yarn 2. */
final class NpmAdvisory {

    static final String SCANNER = "npm-audit";

    /** npm documentation, "About audit reports", section "Severity". */
    static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.MEDIUM, "moderate").with(Severity.INFO, "info");

    private static final Pattern GITHUB = Pattern.compile("GHSA(-[0-9a-z]{4}){3}", Pattern.CASE_INSENSITIVE);

    private final ListedFindings findings;
    private final ScanSink sink;

    NpmAdvisory(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    /** An entry of {@code advisories}. */
    void read(String place, JsonValue value) {
        String github = value.text("github_advisory_id");
        String id = github.isEmpty() ? idOf(value.text("url"), value.text("id")) : github;
        String patched = value.text("patched_versions");
        new PackageWeakness(place, "", id)
                .aliases(value.texts("cves"))
                .of("", value.text("module_name"), joined(value, "findings", "version"))
                .advice(value.text("recommendation"))
                .rated(value.text("severity"), scores(place, value.at("cvss")))
                .told(value.text("title"), value.text("overview"))
                .cwes(cwes(value.at("cwe")))
                .links(links(value))
                .published(Days.day(value.text("created")))
                .line("Vulnerable versions", value.text("vulnerable_versions"))
                .line("Patched versions", patched)
                .line("Paths", paths(value))
                .addTo(findings);
    }

    /** An entry of {@code vulnerabilities} since npm 7: a package with its own advisories, and those of what it needs. */
    void readPackage(String place, JsonValue value) {
        String name = value.text("name");
        List<JsonValue> own = value.items("via").filter(JsonValue::isObject).toList();
        own.forEach(advisory -> readVia(place, value, advisory));
        if (own.isEmpty()) {
            findings.skipped(
                    place,
                    name + " is affected only through " + String.join(", ", value.texts("via"))
                            + ", whose advisories stand by themselves");
        }
    }

    private void readVia(String place, JsonValue value, JsonValue advisory) {
        new PackageWeakness(place, "", idOf(advisory.text("url"), advisory.text("source")))
                .of("", advisory.firstText("dependency", "name"), "")
                .advice(advice(value.at("fixAvailable")))
                .rated(advisory.text("severity"), scores(place, advisory.at("cvss")))
                .told(advisory.text("title"), "")
                .cwes(cwes(advisory.at("cwe")))
                .links(advisory.texts("url"))
                .line("Vulnerable versions", advisory.text("range"))
                .line("Installed at", String.join(", ", value.texts("nodes")))
                .line("Needed by", String.join(", ", value.texts("effects")))
                .addTo(findings);
    }

    private static String advice(JsonValue fix) {
        if (fix.isObject()) {
            return "Update " + fix.text("name") + " to " + fix.text("version")
                    + (fix.text("isSemVerMajor").equals("true") ? ", which is a new major version." : ".");
        }
        return fix.text().equals("true") ? "Run npm audit fix." : "No fix is available yet.";
    }

    /** A line of Yarn 2 and later. */
    void readYarn(String place, String name, JsonValue value) {
        new PackageWeakness(place, "", idOf(value.text("URL"), value.text("ID")))
                .of("", name, String.join(", ", value.texts("Tree Versions")))
                .rated(value.text("Severity"), CvssScores.NONE)
                .told(value.text("Issue"), "")
                .links(value.texts("URL"))
                .line("Vulnerable versions", value.text("Vulnerable Versions"))
                .line("Needed by", String.join(", ", value.texts("Dependents")))
                .addTo(findings);
    }

    /** Numbers of the registry stand for an advisory only where GitHub's id is not given. */
    private static String idOf(String url, String number) {
        return GITHUB.matcher(url)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(number.isEmpty() || number.contains(" ") ? number : "npm:" + number);
    }

    private CvssScores scores(String place, JsonValue cvss) {
        return new ScoreList(place, sink)
                .offer("3", cvss.text("score"), cvss.text("vectorString"))
                .scores();
    }

    /** An array, one id, or an array that was written as text. */
    private static List<String> cwes(JsonValue cwe) {
        return cwe.isArray()
                ? cwe.texts()
                : Arrays.stream(cwe.text().split("[^\\w-]+")).toList();
    }

    private static List<String> links(JsonValue value) {
        return Stream.concat(
                        Stream.of(value.text("url")),
                        Arrays.stream(value.text("references").split("\\s+")))
                .toList();
    }

    private static String paths(JsonValue value) {
        return value.items("findings")
                .flatMap(each -> each.texts("paths").stream())
                .collect(Collectors.joining(", "));
    }

    private static String joined(JsonValue value, String list, String member) {
        return value.items(list).map(each -> each.text(member)).distinct().collect(Collectors.joining(", "));
    }
}
