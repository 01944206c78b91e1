package io.closeout.intake.parser.nuclei;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One match. A template may look for several things and names the one it found (the matcher), which is part of the check: a site without
 * one header and a site without another have two weaknesses. Requests and responses are left out, since they carry cookies and passwords.
 */
final class NucleiResult {

    private final JsonValue result;
    private final JsonValue info;
    private final String place;

    NucleiResult(JsonValue result, String place) {
        this.result = result;
        this.info = result.at("info");
        this.place = place;
    }

    void handTo(ScanSink sink, WebSites sites) {
        String template = result.firstText("template-id", "templateID");
        Severity severity = severity();
        if (template.isEmpty()) {
            sink.skipped(Skipped.result(place, "a result without template-id"));
        } else if (result.text("matcher-status").equals("false")) {
            sink.skipped(Skipped.result(place, "template " + template + " did not match"));
        } else if (severity == null) {
            sink.skipped(Skipped.result(
                    place, "template " + template + " has the unknown severity \"" + info.text("severity") + "\""));
        } else {
            String matcher = result.firstText("matcher-name", "matcher_name");
            WebSites.Place at = sites.at(address());
            Instant seen = ScanTimes.of(result.text("timestamp"));
            sites.scanned(at, seen, seen);
            sites.property(at, "ip", result.text("ip"));
            Sighting sighting = at.sighting(matcher.isEmpty() ? template : template + ":" + matcher, severity);
            if (sink.sighted(sighting)) {
                sink.record(record(sighting));
            }
        }
    }

    /** What matched, if that is an address of the web; a host and port otherwise, as in {@code mail.example:25}. */
    private String address() {
        String matched = result.firstText("matched-at", "matched");
        return WebAddress.of(matched).isPresent() || !result.has("host") || matched.contains(":")
                ? matched
                : result.text("host");
    }

    /** ProjectDiscovery, "Template structure": info, low, medium, high, critical; unknown is a word of theirs that says nothing. */
    private @Nullable Severity severity() {
        return switch (info.text("severity").toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info" -> Severity.INFO;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting) {
        JsonValue known = info.at("classification");
        return ScanRecord.of(sighting)
                .title(info.text("name"))
                .family(result.text("type"))
                .type(ScanRecord.CheckType.REMOTE)
                .cvss(cvss(known))
                .description(info.text("description"))
                .solution(info.text("remediation"))
                .output(output())
                .cves(CveList.in(sighting.checkId() + " " + String.join(" ", known.texts("cve-id"))))
                .seeAlso(links())
                .crossReferences(CweList.in(String.join(" ", known.texts("cwe-id"))))
                .build();
    }

    private CvssScores cvss(JsonValue known) {
        String vector = known.text("cvss-metrics");
        Double score = known.number("cvss-score");
        if (score == null || score < 0 || score > 10) {
            return CvssScores.NONE;
        }
        if (vector.startsWith("CVSS:4")) {
            return new CvssScores(null, null, null, null, score, vector);
        }
        return new CvssScores(null, null, score, vector.isEmpty() ? null : vector, null, null);
    }

    /** A list, or in older versions a text with a list in it. */
    private List<String> links() {
        return info.texts("reference").stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,]+")))
                .filter(word -> word.startsWith("http"))
                .distinct()
                .toList();
    }

    private String output() {
        String extracted = Stream.concat(
                        result.texts("extracted-results").stream(), result.texts("extracted_results").stream())
                .collect(Collectors.joining("\n"));
        return Stream.of(result.firstText("matched-at", "matched"), extracted)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
