package io.closeout.intake.parser.sonarqube;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An issue or a security hotspot. */
final class SonarFinding {

    private static final Set<String> CLOSED = Set.of("RESOLVED", "CLOSED", "FIXED", "FALSE_POSITIVE", "ACCEPTED");

    private final SonarFacts facts;
    private final ListedFindings findings;
    private long count;

    SonarFinding(SonarFacts facts, ListedFindings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void issue(String place, JsonValue issue) {
        count++;
        String status = issue.firstText("issueStatus", "status");
        if (CLOSED.contains(status)) {
            closed(place, issue.text("rule"), issue, status);
            return;
        }
        Optional<SonarLibrary> library = SonarLibrary.in(issue.text("message"));
        if (library.isPresent()) {
            vulnerable(place, issue, library.get());
        } else {
            add(place, issue, issue.text("rule"), issue.text("type"), severity(issue));
        }
    }

    private void closed(String place, String rule, JsonValue finding, String status) {
        String resolution = finding.text("resolution");
        String words = (resolution.isEmpty() ? status : resolution).toLowerCase(Locale.ROOT);
        findings.skipped(place, rule + " in " + file(finding) + " is " + words.replaceAll("[_-]", " "));
    }

    /** What concerns security counts; bugs and smells are information. */
    private static String severity(JsonValue issue) {
        String impact = issue.items("impacts")
                .filter(each -> each.text("softwareQuality").equals("SECURITY"))
                .map(each -> each.text("severity"))
                .findFirst()
                .orElse("");
        if (!impact.isEmpty()) {
            return impact;
        }
        return switch (issue.text("type")) {
            case "BUG", "CODE_SMELL" -> "info";
            default -> issue.text("severity");
        };
    }

    void hotspot(String place, JsonValue hotspot) {
        count++;
        String rule = hotspot.firstText("ruleKey", "rule");
        String check = rule.isEmpty() ? "hotspot:" + hotspot.text("securityCategory") : rule;
        boolean isReviewed = hotspot.text("status").equals("REVIEWED");
        if (isReviewed && !hotspot.text("resolution").equals("ACKNOWLEDGED")) {
            closed(place, check, hotspot, "reviewed");
        } else {
            add(place, hotspot, check, "SECURITY_HOTSPOT", hotspot.text("vulnerabilityProbability"));
        }
    }

    private void add(String place, JsonValue finding, String check, String type, String severity) {
        SonarFacts.Rule rule = facts.rule(check);
        String message = finding.text("message");
        String kind = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        String texts = String.join(" ", message, rule.description().text(), String.join(" ", finding.texts("tags")));
        findings.add(
                new Found(place, project(finding), check, file(finding), severity, CvssScores.NONE),
                record -> record.title(title(finding, rule))
                        .family(kind.isEmpty() ? finding.text("securityCategory") : kind)
                        .description(
                                rule.description().text().isEmpty()
                                        ? message
                                        : rule.description().text())
                        .output(output(finding, message))
                        .cves(CveList.in(message))
                        .seeAlso(rule.description().links())
                        .crossReferences(CweList.in(texts)));
    }

    private static String title(JsonValue finding, SonarFacts.Rule rule) {
        return Stream.of(rule.name(), finding.text("description"), finding.text("message"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String output(JsonValue finding, String message) {
        String start = finding.text("textRange", "startLine");
        return new LabelledLines()
                .line("File", file(finding))
                .range(start.isEmpty() ? finding.text("line") : start, finding.text("textRange", "endLine"))
                .line("Message", message)
                .line("Severity of SonarQube", finding.firstText("severity", "vulnerabilityProbability"))
                .line("Category", finding.text("securityCategory"))
                .line("Status", finding.text("status"))
                .line("First found", finding.text("creationDate"))
                .line("Key", finding.text("key"))
                .text();
    }

    /** The plugin for Dependency-Check puts all that it knows into the message. */
    private void vulnerable(String place, JsonValue issue, SonarLibrary library) {
        new PackageWeakness(place, project(issue), library.reference())
                .of("", library.name(), library.version())
                .rated(severity(issue), CvssScores.NONE)
                .told("", library.description())
                .family("vulnerability")
                .cwes(library.cwes())
                .line("File", file(issue))
                .line("CVSS score", library.score())
                .line("Status", issue.text("status"))
                .line("Key", issue.text("key"))
                .addTo(findings);
    }

    private String project(JsonValue finding) {
        String named = finding.text("project");
        if (!named.isEmpty() || !facts.project().isEmpty()) {
            return named.isEmpty() ? facts.project() : named;
        }
        String component = finding.text("component");
        return component.substring(0, Math.max(0, component.lastIndexOf(':')));
    }

    /** A component is the project, or a file behind the project's key. */
    private String file(JsonValue finding) {
        String component = finding.text("component");
        String project = project(finding);
        if (component.equals(project)) {
            return "";
        }
        return component.startsWith(project + ":") ? component.substring(project.length() + 1) : component;
    }

    /** After the last finding: a list may be one page of several. */
    void missing() {
        List<Long> total = Stream.of(facts.total())
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .filter(all -> all > count)
                .toList();
        total.forEach(all -> findings.remark(
                "paging", "The file holds " + count + " of " + all + " findings: hand in the other pages as well"));
    }
}
