package io.closeout.intake.parser.semgrep;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.util.List;
import java.util.stream.Stream;

/** A place that a rule matches, in the report of the program. */
final class SemgrepResult {

    /** Stands in place of code and fingerprint for those who have not logged on. */
    private static final String WITHHELD = "requires login";

    private final ListedFindings findings;

    SemgrepResult(ListedFindings findings) {
        this.findings = findings;
    }

    void read(String place, JsonValue result) {
        JsonValue extra = result.at("extra");
        String rule = result.text("check_id");
        String file = file(result.text("path"));
        if (extra.text("is_ignored").equals("true")) {
            findings.skipped(place, rule + " in " + file + " is ignored by a comment in the code");
        } else if (extra.has("sca_info", "dependency_match")) {
            dependency(place, result, extra);
        } else {
            findings.add(
                    new Found(place, "", rule, file, extra.text("severity"), CvssScores.NONE),
                    record -> record.title(title(rule))
                            .family(extra.text("metadata", "category"))
                            .description(extra.text("message"))
                            .solution(solution(extra))
                            .output(output(result, file))
                            .cves(CveList.in(extra.at("metadata").toString()))
                            .seeAlso(links(extra.at("metadata")))
                            .crossReferences(references(extra.at("metadata"))));
        }
    }

    /** A backslash parts folders only in paths that Windows wrote. */
    static String file(String path) {
        return path.replace('\\', '/').replaceFirst("^(\\./)+", "");
    }

    /** Rules have no title; the last word of their id is what people call them. */
    static String title(String rule) {
        return rule.substring(rule.lastIndexOf('.') + 1);
    }

    private static String solution(JsonValue extra) {
        String fix = extra.text("fix");
        return fix.isEmpty() ? "" : "Replace the code by:\n" + fix;
    }

    private static String output(JsonValue result, String file) {
        JsonValue extra = result.at("extra");
        String code = extra.text("lines");
        return new LabelledLines()
                .line("File", file)
                .range(result.text("start", "line"), result.text("end", "line"))
                .block("Code", code.equals(WITHHELD) ? "" : code)
                .line("Confidence", extra.text("metadata", "confidence"))
                .line("Secret", extra.text("validation_state").replaceFirst("^NO_VALIDATOR$", ""))
                .text();
    }

    private static List<String> links(JsonValue metadata) {
        return Stream.of("references", "source-rule-url", "source")
                .flatMap(name -> metadata.texts(name).stream())
                .filter(link -> link.startsWith("http"))
                .distinct()
                .toList();
    }

    private static List<String> references(JsonValue metadata) {
        return Stream.concat(
                        metadata.texts("cwe").stream().flatMap(cwe -> CweList.in(cwe).stream()),
                        metadata.texts("owasp").stream().map(owasp -> "OWASP:" + owasp))
                .distinct()
                .toList();
    }

    /** Semgrep Supply Chain: the rule stands for an advisory. */
    private void dependency(String place, JsonValue result, JsonValue extra) {
        JsonValue metadata = extra.at("metadata");
        JsonValue match = extra.at("sca_info", "dependency_match");
        String advisory = metadata.firstText("sca-vuln-database-identifier", "ghsa");
        new PackageWeakness(place, "", advisory.isEmpty() ? result.text("check_id") : advisory)
                .of("", match.text("found_dependency", "package"), match.text("found_dependency", "version"))
                .fixedIn(fixes(metadata))
                .rated(
                        metadata.text("sca-severity").isEmpty()
                                ? extra.text("severity")
                                : metadata.text("sca-severity"),
                        CvssScores.NONE)
                .told("", extra.text("message"))
                .family("sca")
                .cwes(metadata.texts("cwe"))
                .links(metadata.texts("references"))
                .line("File", file(match.text("lockfile")))
                .line("Reachable", extra.text("sca_info", "reachable"))
                .line("Used in", extra.text("sca_info", "reachable").equals("true") ? file(result.text("path")) : "")
                .addTo(findings);
    }

    private static String fixes(JsonValue metadata) {
        return String.join(
                ", ",
                metadata.items("sca-fix-versions")
                        .flatMap(fix ->
                                fix.members().map(version -> version.getValue().text()))
                        .distinct()
                        .toList());
    }

    /** What could not be looked at. */
    void error(String place, JsonValue error) {
        String message = error.firstText("message", "long_msg", "short_msg", "type");
        findings.remark(
                place,
                "Semgrep reports a problem" + (error.has("path") ? " with " + file(error.text("path")) : "") + ": "
                        + message.lines().findFirst().orElse(""));
    }
}
