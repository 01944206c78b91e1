package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.PartedRows;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of one table, mixed as they come. Nessus gives a result one row for each of its CVEs. */
final class TenableRows {

    private final CsvRows rows;
    private final ScanSink sink;
    private final TenableHosts hosts;
    private final PartedRows parted = new PartedRows();

    TenableRows(CsvRows rows, ScanSink sink) {
        this.rows = rows;
        this.sink = sink;
        this.hosts = new TenableHosts(rows, sink);
    }

    void read() {
        sighting().ifPresent(this::take);
    }

    void finish() {
        hosts.finish();
    }

    private void take(Sighting sighting) {
        List<String> cves = CveList.in(rows.get("CVE", "definition.cve"));
        String place =
                String.join("\n", Integer.toString(sighting.hostNumber()), sighting.checkId(), sighting.location());
        if (!parted.opensFinding(place, String.join(" ", cves))) {
            sink.moreCves(sighting.checkId(), cves);
        } else if (sink.sighted(sighting)) {
            sink.record(record(sighting, cves));
            sink.moreCves(sighting.checkId(), cves);
        }
    }

    private Optional<Sighting> sighting() {
        String checkId = rows.get("Plugin ID", "Plugin", "definition.id");
        String host = hosts.name();
        if (checkId.isEmpty() || host.isEmpty()) {
            return skipped("a row without " + (checkId.isEmpty() ? "plugin id" : "host"));
        }
        if (rows.get("state", "Vulnerability State").equalsIgnoreCase("fixed")) {
            return skipped("plugin " + checkId + " on " + host + ": the scanner calls it fixed, so it was not seen");
        }
        String word = rows.get("Risk", "definition.severity", "Severity");
        Severity severity = severity(word);
        if (severity == null) {
            return skipped("plugin " + checkId + " on " + host + " has the unknown severity \"" + word + "\"");
        }
        String port = rows.get("Port");
        if (!port.matches("\\d{0,9}")) {
            return skipped("plugin " + checkId + " on " + host + " has the unknown port \"" + port + "\"");
        }
        String location = Sighting.location(
                port.isEmpty() ? 0 : Integer.parseInt(port),
                rows.get("Protocol").toLowerCase(Locale.ROOT));
        return Optional.of(new Sighting(hosts.number(), host, checkId, severity, location));
    }

    private Optional<Sighting> skipped(String why) {
        sink.skipped(Skipped.result(rows.place(), why));
        return Optional.empty();
    }

    private static @Nullable Severity severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "none", "info", "informational" -> Severity.INFO;
            case "low" -> Severity.LOW;
            case "medium" -> Severity.MEDIUM;
            case "high" -> Severity.HIGH;
            case "critical" -> Severity.CRITICAL;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting, List<String> cves) {
        return ScanRecord.of(sighting)
                .title(rows.get("Name", "Plugin Name", "definition.name"))
                .family(rows.get("Plugin Family", "Family", "definition.family"))
                .cvss(scores())
                .type(type())
                .synopsis(rows.get("Synopsis", "definition.synopsis"))
                .description(rows.get("Description", "definition.description"))
                .solution(rows.get("Solution", "Steps to Remediate", "definition.solution"))
                .output(output())
                .cves(cves)
                .seeAlso(links(rows.get("See Also", "definition.see_also")))
                .crossReferences(references())
                .exploit(exploit())
                .vulnerabilityPublished(date("Vuln Publication Date", "definition.vulnerability_published"))
                .patchPublished(date("Patch Publication Date", "definition.patch_published"))
                .build();
    }

    private CvssScores scores() {
        return new CvssScores(
                score(
                        "CVSS v2.0 Base Score",
                        "CVSS V2 Base Score",
                        "CVSS Base Score",
                        "CVSS",
                        "definition.cvss2.base_score"),
                orNull(rows.get("CVSS Vector", "CVSS V2 Vector", "definition.cvss2.base_vector")),
                score(
                        "CVSS v3.0 Base Score",
                        "CVSS V3 Base Score",
                        "CVSS3 Base Score",
                        "CVSSv3",
                        "definition.cvss3.base_score"),
                orNull(rows.get("CVSS3 Vector", "CVSS V3 Vector", "definition.cvss3.base_vector")),
                score("CVSS v4.0 Base Score", "CVSS V4 Base Score", "CVSS4 Base Score", "definition.cvss4.base_score"),
                orNull(rows.get("CVSS4 Vector", "CVSS V4 Vector", "definition.cvss4.base_vector")));
    }

    private @Nullable Double score(String... names) {
        return CvssScores.score(names[0], rows.get(names), rows.place(), sink);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private CheckType type() {
        return switch (rows.get("Check Type", "definition.type").toLowerCase(Locale.ROOT)) {
            case "local" -> CheckType.LOCAL;
            case "remote" -> CheckType.REMOTE;
            case "combined" -> CheckType.COMBINED;
            default -> CheckType.UNKNOWN;
        };
    }

    /** Tenable puts an apostrophe in front of what a spreadsheet could take for a formula. */
    private String output() {
        String output = rows.get("Plugin Output", "Plugin Text", "output");
        return output.startsWith("'") ? output.substring(1).strip() : output;
    }

    private static List<String> links(String text) {
        return Arrays.stream(text.split("[\\s,\"'\\[\\]]+"))
                .filter(word -> word.startsWith("http"))
                .distinct()
                .toList();
    }

    private List<String> references() {
        return Stream.of(
                        words("", rows.get("XREF", "Cross References", "definition.references")),
                        words("BID:", rows.get("BID", "definition.bugtraq")),
                        words("CWE:", rows.get("definition.cwe")),
                        words("MSKB:", rows.get("MSKB")))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<String> words(String prefix, String text) {
        return Arrays.stream(text.split("[\\r\\n,\"'\\[\\]]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> word.startsWith(prefix) ? word : prefix + word)
                .toList();
    }

    private ExploitFacts exploit() {
        String ease = rows.get("Exploit Ease", "definition.exploitability_ease");
        List<String> frameworks = new ArrayList<>();
        for (String framework : List.of("Metasploit", "Core Impact", "CANVAS")) {
            if (rows.get(framework).equalsIgnoreCase("true")) {
                frameworks.add(framework.toLowerCase(Locale.ROOT).replace(' ', '_'));
            }
        }
        boolean available = rows.get("Exploit?").equalsIgnoreCase("yes")
                || ease.equalsIgnoreCase("Exploits are available")
                || !frameworks.isEmpty();
        boolean malware = rows.get("definition.exploited_by_malware").equalsIgnoreCase("true");
        return new ExploitFacts(available, malware, ease, frameworks);
    }

    private @Nullable LocalDate date(String... names) {
        String text = rows.get(names);
        Optional<LocalDate> date = TenableTimes.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            sink.skipped(new Skipped(rows.place(), names[0] + " \"" + text + "\" is no date"));
        }
        return date.orElse(null);
    }
}
