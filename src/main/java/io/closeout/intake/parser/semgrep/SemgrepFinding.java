package io.closeout.intake.parser.semgrep;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding of the Semgrep platform, which knows the repository and what people decided. */
final class SemgrepFinding {

    private static final Set<String> CLOSED = Set.of("fixed", "removed", "ignored", "muted");

    private final ListedFindings findings;

    SemgrepFinding(ListedFindings findings) {
        this.findings = findings;
    }

    void read(String place, JsonValue finding) {
        String rule = finding.firstText("rule_name", "check_id");
        String file = SemgrepResult.file(finding.text("location", "file_path"));
        String closed = Stream.of(finding.text("status"), finding.text("state"))
                .filter(CLOSED::contains)
                .findFirst()
                .orElse("");
        if (!closed.isEmpty()) {
            findings.skipped(place, rule + " in " + file + " is " + closed);
            return;
        }
        findings.add(
                new Found(
                        place,
                        finding.text("repository", "name"),
                        rule,
                        file,
                        finding.text("severity"),
                        CvssScores.NONE),
                record -> record.title(SemgrepResult.title(rule))
                        .family(String.join(", ", finding.texts("categories")))
                        .synopsis(String.join(", ", finding.texts("rule", "vulnerability_classes")))
                        .description(description(finding))
                        .solution(solution(finding.at("assistant")))
                        .output(output(finding, file))
                        .cves(CveList.in(finding.text("vulnerability_identifier")))
                        .seeAlso(Stream.of(finding.text("line_of_code_url"), finding.text("external_ticket", "url"))
                                .filter(link -> link.startsWith("http"))
                                .toList())
                        .crossReferences(references(finding.at("rule"))));
    }

    private static String description(JsonValue finding) {
        String message = finding.text("rule_message");
        return message.isEmpty() ? finding.text("rule", "message") : message;
    }

    private static String solution(JsonValue assistant) {
        String code = assistant.text("autofix", "fix_code");
        return Stream.of(
                        assistant.text("guidance", "summary"),
                        assistant.text("guidance", "instructions"),
                        code.isEmpty() ? "" : "Replace the code by:\n" + code)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String output(JsonValue finding, String file) {
        return new LabelledLines()
                .line("File", file)
                .range(finding.text("location", "line"), finding.text("location", "end_line"))
                .line("Branch", finding.text("ref"))
                .line("Confidence", finding.text("confidence"))
                .line("First seen", finding.text("created_at"))
                .line("Triage", finding.text("triage_state"))
                .line("Comment", finding.text("triage_comment"))
                .line("Assistant's verdict", finding.text("assistant", "autotriage", "verdict"))
                .text();
    }

    private static List<String> references(JsonValue rule) {
        return Stream.concat(
                        rule.texts("cwe_names").stream().flatMap(cwe -> CweList.in(cwe).stream()),
                        rule.texts("owasp_names").stream().map(owasp -> "OWASP:" + owasp))
                .distinct()
                .toList();
    }
}
