package io.closeout.intake.parser.nmap;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a script. Two kinds of answers are findings: the list of the script vulners, one CVE with its score a line, and what
 * scripts of Nmap's library {@code vulns} call vulnerable. Scripts of all versions write both as text.
 */
record NmapScript(ScanSink sink, String place, String id, String output) {

    private static final Pattern VULNERS =
            Pattern.compile("^\\s*(CVE-\\d{4}-\\d{4,})\\s+(\\d{1,2}(?:\\.\\d+)?)\\s*(.*)$", Pattern.MULTILINE);
    private static final Pattern STATE =
            Pattern.compile("^\\s*State:\\s*(LIKELY VULNERABLE|VULNERABLE)", Pattern.MULTILINE);
    private static final Pattern RISK =
            Pattern.compile("^\\s*Risk factor:\\s*(\\w+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    String text() {
        return id + ": " + output;
    }

    /** @param where host and place of the port, or of the host as a whole */
    void report(Sighting where, String service) {
        if (where.hostName().isEmpty()) {
            return;
        }
        if (id.equals("vulners")) {
            listed(where, service);
        } else if (STATE.matcher(output).find()) {
            vulnerable(where, service);
        }
    }

    private void listed(Sighting where, String service) {
        Set<String> seen = new HashSet<>();
        Matcher line = VULNERS.matcher(output);
        while (line.find()) {
            Double score = CvssScores.score("CVSS of " + line.group(1), line.group(2), place, sink);
            if (score != null && seen.add(line.group(1))) {
                finding(where, line.group(1), score, line.group(3), service);
            }
        }
    }

    /** The script does not name the version of its score. As version 2 it never makes Critical of what is not called so. */
    private void finding(Sighting where, String cve, double score, String rest, String service) {
        Sighting sighting = new Sighting(where.hostNumber(), where.hostName(), cve, byScore(score), where.location());
        if (sink.sighted(sighting)) {
            sink.record(ScanRecord.of(sighting)
                    .title(cve + (service.isEmpty() ? "" : " in " + service))
                    .family("vulners")
                    .service(service)
                    .type(CheckType.REMOTE)
                    .cvss(new CvssScores(score, null, null, null, null, null))
                    .cves(List.of(cve))
                    .seeAlso(rest.lines()
                            .flatMap(text -> List.of(text.split("\\s+")).stream())
                            .filter(word -> word.startsWith("http"))
                            .toList())
                    .output(cve + " " + score + " " + rest.strip())
                    .exploit(
                            rest.contains("*EXPLOIT*")
                                    ? new ExploitFacts(true, false, "", List.of())
                                    : ExploitFacts.NONE)
                    .build());
        }
    }

    private static Severity byScore(double score) {
        if (score >= 9.0) {
            return Severity.CRITICAL;
        }
        if (score >= 7.0) {
            return Severity.HIGH;
        }
        return score >= 4.0 ? Severity.MEDIUM : Severity.LOW;
    }

    private void vulnerable(Sighting where, String service) {
        Severity severity = risk();
        if (severity == null) {
            sink.skipped(new Skipped(
                    place,
                    "script " + id + " on " + where.hostName() + " says \"vulnerable\" without a risk factor, so its"
                            + " severity is unknown"));
            return;
        }
        Sighting sighting = new Sighting(where.hostNumber(), where.hostName(), id, severity, where.location());
        if (sink.sighted(sighting)) {
            sink.record(ScanRecord.of(sighting)
                    .title(title())
                    .family("script")
                    .service(service)
                    .type(CheckType.REMOTE)
                    .cves(CveList.in(output))
                    .output(output)
                    .build());
        }
    }

    private @Nullable Severity risk() {
        Matcher risk = RISK.matcher(output);
        if (!risk.find()) {
            return null;
        }
        return switch (risk.group(1).toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            default -> null;
        };
    }

    /** The line after "VULNERABLE:" names the weakness. */
    private String title() {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int marked = lines.indexOf("VULNERABLE:");
        return marked >= 0 && marked + 1 < lines.size() ? lines.get(marked + 1) : id;
    }
}
