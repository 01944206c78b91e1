package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.trivy.TrivyFindings.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Trivy finds beside vulnerabilities of packages. */
final class TrivyIssues {

    private TrivyIssues() {}

    static void misconfiguration(Entry entry, ListedFindings findings) {
        JsonValue value = entry.value();
        String id = TrivyCheckId.of(value.firstText("AVDID", "ID"));
        String status = value.text("Status");
        if (!status.isEmpty() && !status.equals("FAIL")) {
            findings.remark(entry.place(), id + " in " + entry.target() + " has the status " + status);
            return;
        }
        findings.add(found(entry, id, entry.target()), record -> record.title(value.text("Title"))
                .family(value.text("Type"))
                .synopsis(value.text("Message"))
                .description(value.text("Description"))
                .solution(value.text("Resolution"))
                .output(lines(
                        "Message: " + value.text("Message"),
                        "Target: " + entry.target(),
                        cause(value.at("CauseMetadata"))))
                .seeAlso(links(value)));
    }

    private static String cause(JsonValue cause) {
        String resource = cause.text("Resource");
        String lines =
                cause.has("StartLine") ? "Lines: " + cause.text("StartLine") + " to " + cause.text("EndLine") : "";
        return lines(resource.isEmpty() ? "" : "Resource: " + resource, lines);
    }

    private static List<String> links(JsonValue value) {
        List<String> links = new ArrayList<>(List.of(value.text("PrimaryURL")));
        links.addAll(value.texts("References"));
        return links.stream().filter(link -> link.startsWith("http")).distinct().toList();
    }

    /** The match comes with its secret masked by Trivy. */
    static void secret(Entry entry, ListedFindings findings) {
        JsonValue value = entry.value();
        findings.add(found(entry, value.text("RuleID"), entry.target()), record -> record.title(
                        "Secret in a file: " + value.text("Title"))
                .family("secret")
                .description("A secret of the kind \"" + value.text("Category") + "\" stands in a file.")
                .solution("Revoke the secret, issue another one, and keep it outside of files that are shared.")
                .output(lines(
                        "Match: " + value.text("Match"),
                        "File: " + entry.target(),
                        value.has("StartLine") ? "Line: " + value.text("StartLine") : "")));
    }

    static void licence(Entry entry, ListedFindings findings) {
        JsonValue value = entry.value();
        String name = value.text("Name");
        String where = value.firstText("PkgName", "FilePath");
        findings.add(
                found(entry, name.isEmpty() ? "" : "license:" + name, where.isEmpty() ? entry.target() : where),
                record -> record.title("License " + name + " is " + value.text("Category"))
                        .family("license")
                        .description("Trivy puts the license " + name + " into the category \"" + value.text("Category")
                                + "\".")
                        .solution("Have the use of " + where + " under this license approved, or replace it.")
                        .output(lines("Found in: " + where, "Target: " + entry.target()))
                        .seeAlso(value.texts("Link")));
    }

    private static Found found(Entry entry, String checkId, String location) {
        return new Found(
                entry.place(), entry.asset(), checkId, location, entry.value().text("Severity"), CvssScores.NONE);
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
