package io.closeout.intake.parser.github;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One alert, in the names of either interface. What is not open is passed over. */
final class GitHubAlert {

    private final ListedFindings findings;
    private final ScanSink sink;

    GitHubAlert(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    /** Owner and name if possible. */
    static String repository(String nameWithOwner, String url, String name) {
        String path = WebAddress.of(url)
                .map(WebAddress::path)
                .orElse("")
                .replaceFirst("^/", "")
                .replaceFirst("^([^/]+/[^/]+)/.*", "$1");
        return Stream.of(nameWithOwner, path, name)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of the REST interface. */
    void read(String place, JsonValue alert) {
        String repository = repository(alert.text("repository", "full_name"), alert.text("html_url"), "");
        if (alert.has("security_advisory")) {
            dependency(place, repository, alert);
        } else {
            code(place, repository, alert);
        }
    }

    private boolean isOpen(String place, String what, JsonValue alert) {
        String state = alert.text("state").toLowerCase(Locale.ROOT);
        if (state.isEmpty() || state.equals("open")) {
            return true;
        }
        findings.skipped(place, what + " is " + state.replace('_', ' '));
        return false;
    }

    void dependency(String place, String repository, JsonValue alert) {
        boolean rest = alert.has("security_advisory");
        JsonValue weakness = alert.at(rest ? "security_vulnerability" : "securityVulnerability");
        JsonValue advisory = rest ? alert.at("security_advisory") : weakness.at("advisory");
        List<String> ids =
                advisory.items("identifiers").map(each -> each.text("value")).toList();
        String id = ids.isEmpty() ? advisory.firstText("cve_id", "ghsa_id", "ghsaId") : ids.get(0);
        String name = weakness.text("package", "name");
        if (!isOpen(place, id + " in " + name, alert)) {
            return;
        }
        String patched = weakness.at(rest ? "first_patched_version" : "firstPatchedVersion")
                .text("identifier");
        new PackageWeakness(place, repository, id)
                .aliases(ids)
                .of("", name, alert.text("vulnerableRequirements").replaceFirst("^=+\\s*", ""))
                .fixedIn(patched)
                .rated(weakness.text("severity"), scores(place, advisory))
                .told(advisory.text("summary"), advisory.text("description"))
                .family(weakness.text("package", "ecosystem"))
                .cwes(Stream.concat(advisory.items("cwes"), advisory.items("cwes", "nodes"))
                        .map(cwe -> cwe.firstText("cwe_id", "cweId"))
                        .toList())
                .links(Stream.concat(
                                advisory.items("references").map(each -> each.text("url")),
                                Stream.of(
                                        alert.text("html_url"),
                                        alert.text("dependabotUpdate", "pullRequest", "permalink")))
                        .toList())
                .published(Days.day(advisory.firstText("published_at", "publishedAt")))
                .line("File", rest ? alert.text("dependency", "manifest_path") : alert.text("vulnerableManifestPath"))
                .line("Vulnerable versions", weakness.firstText("vulnerable_version_range", "vulnerableVersionRange"))
                .line("Scope", rest ? alert.text("dependency", "scope") : alert.text("dependencyScope"))
                .line("Alert since", alert.firstText("created_at", "createdAt"))
                .addTo(findings);
    }

    private CvssScores scores(String place, JsonValue advisory) {
        ScoreList list = new ScoreList(place, sink);
        for (String names : List.of("cvss_severities", "cvssSeverities")) {
            advisory.members(names).forEach(each -> offer(list, each.getValue()));
        }
        return offer(list, advisory.at("cvss")).scores();
    }

    /** Without a vector the score is that of nobody: GitHub writes nought. */
    private static ScoreList offer(ScoreList list, JsonValue cvss) {
        String vector = cvss.firstText("vector_string", "vectorString");
        return vector.isEmpty() ? list : list.offer("", cvss.text("score"), vector);
    }

    private void code(String place, String repository, JsonValue alert) {
        JsonValue rule = alert.at("rule");
        JsonValue instance = alert.at("most_recent_instance");
        String file = instance.text("location", "path");
        if (!isOpen(place, rule.text("id") + " in " + file, alert)) {
            return;
        }
        String severity = rule.firstText("security_severity_level", "severity");
        findings.add(
                new Found(place, repository, rule.text("id"), file, severity, CvssScores.NONE),
                record -> record.title(rule.firstText("description", "name"))
                        .family(alert.text("tool", "name"))
                        .synopsis(instance.text("message", "text"))
                        .description(rule.firstText("full_description", "description"))
                        .solution(rule.text("help"))
                        .output(new LabelledLines()
                                .line("File", file)
                                .range(instance.text("location", "start_line"), instance.text("location", "end_line"))
                                .line("Says", instance.text("message", "text"))
                                .line("Branch", instance.text("ref"))
                                .line("Alert since", alert.text("created_at"))
                                .text())
                        .seeAlso(Stream.of(alert.text("html_url"), rule.text("help_uri"))
                                .filter(link -> link.startsWith("http"))
                                .toList())
                        .crossReferences(rule.texts("tags").stream()
                                .flatMap(tag -> CweList.in(tag).stream())
                                .distinct()
                                .toList()));
    }
}
