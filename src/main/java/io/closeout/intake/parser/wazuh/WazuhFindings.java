package io.closeout.intake.parser.wazuh;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Vulnerable packages, one entry each. The CVE is the check and the package the place, so that an upgrade keeps the finding. */
final class WazuhFindings {

    private final ScanSink sink;
    private final Map<String, Agent> agents = new LinkedHashMap<>();

    WazuhFindings(ScanSink sink) {
        this.sink = sink;
    }

    private static final class Agent {

        private final int number;
        private final ScannedHost.Builder host;
        private @Nullable Instant lastSeen;

        Agent(int number, String name) {
            this.number = number;
            this.host = ScannedHost.of(number, name);
        }
    }

    /** @param entry of the API, or a hit of the index around one */
    void read(String place, JsonValue entry) {
        JsonValue source = entry.has("_source") ? entry.at("_source") : entry;
        WazuhFinding finding = source.has("vulnerability") ? WazuhFinding.ofIndex(source) : WazuhFinding.ofApi(source);
        CvssScores scores = finding.scores(place, sink);
        Severity severity = severity(finding.severity(), scores);
        String left = leftOut(finding, severity);
        if (severity == null || !left.isEmpty()) {
            sink.skipped(Skipped.result(place, left));
            return;
        }
        Agent agent = agent(finding);
        Sighting sighting = new Sighting(agent.number, finding.host(), finding.id(), severity, finding.packageName());
        if (sink.sighted(sighting)) {
            sink.record(record(sighting, finding, scores));
        }
    }

    /** Empty if the entry is to be taken. */
    private static String leftOut(WazuhFinding finding, @Nullable Severity severity) {
        if (finding.id().isEmpty() || finding.packageName().isEmpty()) {
            return "an entry without " + (finding.id().isEmpty() ? "CVE" : "package");
        }
        String what = finding.id() + " in " + finding.packageName() + " on " + finding.host() + " ";
        if (finding.status().equalsIgnoreCase("OBSOLETE") || finding.status().equalsIgnoreCase("SOLVED")) {
            return what + "is gone, as Wazuh says";
        }
        return severity == null ? what + "has the unknown severity \"" + finding.severity() + "\" and no score" : "";
    }

    /** What is not rated yet is kept as information, until Wazuh rates it; a score says more than a missing word. */
    private static @Nullable Severity severity(String word, CvssScores scores) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info", "informational" -> Severity.INFO;
            case "untriaged" -> hasAny(scores) ? Severity.LOW : Severity.INFO;
            case "", "-" -> hasAny(scores) ? Severity.LOW : null;
            default -> null;
        };
    }

    private static boolean hasAny(CvssScores scores) {
        return Stream.of(scores.v2(), scores.v3(), scores.v4()).anyMatch(score -> score != null);
    }

    private Agent agent(WazuhFinding finding) {
        Agent agent = agents.computeIfAbsent(finding.host(), name -> new Agent(agents.size(), name));
        agent.host.address(finding.address()).property("agent", finding.agentId());
        if (finding.host().contains(".") && !finding.host().equals(finding.address())) {
            agent.host.fqdn(finding.host());
        } else if (!finding.host().equals(ScannedHost.NOT_NAMED)) {
            agent.host.netbiosName(finding.host());
        }
        if (!finding.system().isEmpty()) {
            agent.host.operatingSystem(finding.system());
        }
        Instant seen = moment(finding.detected());
        if (seen != null && (agent.lastSeen == null || seen.isAfter(agent.lastSeen))) {
            agent.lastSeen = seen;
        }
        return agent;
    }

    private static ScanRecord record(Sighting sighting, WazuhFinding finding, CvssScores scores) {
        return ScanRecord.of(sighting)
                .title(finding.id() + " in " + finding.packageName())
                .family(finding.category())
                .type(CheckType.LOCAL)
                .cvss(scores)
                .description(finding.description())
                .output(("Package " + finding.packageName() + " " + finding.version() + "\n" + finding.condition())
                        .strip())
                .solution(solution(finding.condition()))
                .cves(CveList.in(finding.id()))
                .seeAlso(finding.links())
                .vulnerabilityPublished(date(finding.published()))
                .build();
    }

    /** {@code Package less than 4.3.2} names the version that mends it. */
    private static String solution(String condition) {
        String before = "Package less than ";
        return condition.startsWith(before)
                ? "Update the package to " + condition.substring(before.length()) + " or later."
                : "";
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknownForm) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException unknownForm) {
            return null;
        }
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> word.startsWith("http"))
                .distinct()
                .toList();
    }

    void finish() {
        agents.values()
                .forEach(agent -> sink.host(agent.host.end(agent.lastSeen).build()));
    }
}
