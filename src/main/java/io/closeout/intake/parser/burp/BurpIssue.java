package io.closeout.intake.parser.burp;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One issue, whichever file it comes from; texts may hold HTML. Requests and responses are left out, since they carry cookies and
 * passwords.
 *
 * @param type number of the kind of issue, the same in all of Burp's files that have one; else its name
 * @param origin of the site
 * @param path with or without query
 * @param classifications weaknesses of other catalogues
 */
record BurpIssue(
        String type,
        String name,
        String origin,
        String path,
        String severity,
        String confidence,
        String background,
        String detail,
        String remediation,
        String references,
        String classifications) {

    void handTo(ScanSink sink, WebSites sites, String place) {
        String checkId = type.isEmpty() ? name : type;
        if (checkId.isEmpty()) {
            sink.skipped(Skipped.result(place, "an issue without type and name"));
            return;
        }
        if (severity.toLowerCase(Locale.ROOT).replace('_', ' ').equals("false positive")) {
            sink.skipped(Skipped.result(place, "issue " + name + " is marked as a false positive"));
            return;
        }
        Severity word = word();
        if (word == null) {
            sink.skipped(Skipped.result(place, "issue " + name + " has the unknown severity \"" + severity + "\""));
            return;
        }
        Sighting sighting =
                sites.at(origin.replaceFirst("/+$", "") + slashed(path)).sighting(checkId, word);
        if (sink.sighted(sighting)) {
            sink.record(record(sighting));
        }
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    /** PortSwigger, "Issue severity": high, medium, low, information. */
    private @Nullable Severity word() {
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "information", "info", "informational" -> Severity.INFO;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting) {
        List<String> links = Stream.concat(HtmlText.links(references).stream(), HtmlText.links(background).stream())
                .distinct()
                .toList();
        return ScanRecord.of(sighting)
                .title(name)
                .type(ScanRecord.CheckType.REMOTE)
                .description(HtmlText.plain(background.isEmpty() ? detail : background))
                .solution(HtmlText.plain(remediation))
                .output(output())
                .cves(CveList.in(name + " " + references + " " + classifications + " " + detail))
                .seeAlso(links)
                .crossReferences(CweList.in(HtmlText.plain(classifications)))
                .build();
    }

    private String output() {
        return Stream.of(
                        origin + slashed(path),
                        confidence.isEmpty() ? "" : "Confidence: " + confidence,
                        HtmlText.plain(detail))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
