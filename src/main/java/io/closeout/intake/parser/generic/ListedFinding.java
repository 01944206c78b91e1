package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebAddress;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list, by the names that such lists commonly have, those of DefectDojo's generic findings among them. What identifies
 * the weakness is its id in the list's source, else its CVE, else its title.
 */
final class ListedFinding {

    static final String FIRST_SEEN = "first seen";
    static final String LAST_SEEN = "last seen";

    private static final List<String> NO = List.of("false", "no", "0", "n");
    private static final List<String> YES = List.of("true", "yes", "1", "y");

    private final Fields fields;
    private final TableWords words;
    private final String place;
    private final ScanSink sink;

    /** Texts of an entry by the name of their column or member. */
    interface Fields {

        /** @return the first that is there and not empty; empty if there is none */
        String get(String... names);
    }

    ListedFinding(Fields fields, String place, ScanSink sink) {
        this(fields, TableWords.USUAL, place, sink);
    }

    ListedFinding(Fields fields, TableWords words, String place, ScanSink sink) {
        this.fields = fields;
        this.words = words;
        this.place = place;
        this.sink = sink;
    }

    /** @param hosts those so far */
    void handOver(ListedHosts hosts) {
        String title = title();
        if (title.isEmpty()) {
            skip("an entry without a title");
            return;
        }
        Optional<String> ended = ended();
        String word = fields.get("severity", "risk", "risk level", "threat");
        Severity severity = words.severity(word);
        if (words.leavesOut(word)) {
            skip("\"" + title + "\": entries of severity \"" + word + "\" are left out");
        } else if (ended.isPresent()) {
            skip("\"" + title + "\": " + ended.get());
        } else if (severity == null) {
            skip("\"" + title + "\" has the unknown severity \"" + word + "\"");
        } else {
            String host = host();
            int number = hosts.number(host, day(fields.get(FIRST_SEEN)), day(fields.get(LAST_SEEN)));
            Sighting sighting = new Sighting(number, host, checkId(title), severity, location());
            if (sink.sighted(sighting)) {
                sink.record(record(sighting, title));
            }
        }
    }

    /** Only of tables that somebody described: in others, a column of that name may mean anything. */
    private @Nullable LocalDate day(String text) {
        LocalDate day = words.order().read(text);
        if (day == null && !text.isEmpty() && words != TableWords.USUAL) {
            sink.skipped(
                    new Skipped(place, "the day \"" + text + "\" is not understood; the rest of the entry counts"));
        }
        return words == TableWords.USUAL ? null : day;
    }

    private void skip(String why) {
        sink.skipped(Skipped.result(place, why));
    }

    private String title() {
        return fields.get(
                "title", "name", "vulnerability", "vulnerability name", "issue", "finding", "shortdescription");
    }

    private Optional<String> ended() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("false positive", fields.get("falsepositive", "false_p", "false positive"));
        reasons.put("a duplicate", fields.get("duplicate"));
        reasons.put("mitigated", fields.get("ismitigated", "is_mitigated", "mitigated"));
        Optional<String> said = reasons.entrySet().stream()
                .filter(reason -> YES.contains(reason.getValue().toLowerCase(Locale.ROOT)))
                .map(reason -> "the list calls it " + reason.getKey())
                .findFirst();
        if (said.isPresent()) {
            return said;
        }
        String status = fields.get("status", "state").toLowerCase(Locale.ROOT);
        if (words.isEnd(status)) {
            return Optional.of("the list calls it " + status);
        }
        if (NO.contains(fields.get("active").toLowerCase(Locale.ROOT))) {
            return Optional.of("the list calls it not active");
        }
        return Stream.of("closed", "fixed", "resolved", "remediated", "false positive", "false-positive")
                .filter(status::equals)
                .map(word -> "the list calls it " + word)
                .findFirst();
    }

    static @Nullable Severity severity(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "very high", "severe" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium", "moderate", "med" -> Severity.MEDIUM;
            case "low", "very low" -> Severity.LOW;
            case "info", "informational", "information", "none" -> Severity.INFO;
            default -> null;
        };
    }

    private String host() {
        String named = fields.get(
                "asset", "host", "hostname", "host name", "target", "ip", "ip address", "system", "endpoint");
        String url = url();
        String address = named.isEmpty() ? url : named;
        return WebAddress.of(address)
                .map(WebAddress::origin)
                .orElse(address.isEmpty() ? ScannedHost.NOT_NAMED : address);
    }

    /** The first, where there are several. */
    private String url() {
        return fields.get("url", "website", "endpoints").split("\\s+")[0];
    }

    private String checkId(String title) {
        String id = fields.get(
                "vuln_id_from_tool", "vuln id from tool", "plugin id", "check id", "rule id", "vulnerability id");
        return Stream.of(id, cves().stream().findFirst().orElse(""), title)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(title);
    }

    private String location() {
        String file = fields.get("file_path", "sourcefilename", "file", "path", "component_name", "component");
        if (!file.isEmpty()) {
            return file.replace('\\', '/');
        }
        String port = fields.get("port");
        if (port.matches("\\d{1,5}")) {
            String protocol = fields.get("protocol");
            return Sighting.location(
                    Integer.parseInt(port), protocol.isEmpty() ? "tcp" : protocol.toLowerCase(Locale.ROOT));
        }
        return WebAddress.of(url()).map(WebAddress::path).orElse("");
    }

    private List<String> cves() {
        return CveList.in(
                fields.get("cve", "cves", "cve id") + " " + fields.get("vulnerability_ids", "vulnerability id"));
    }

    private ScanRecord record(Sighting sighting, String title) {
        return ScanRecord.of(sighting)
                .title(title)
                .cvss(cvss())
                .description(paragraphs("description", "desc", "longdescription", "details"))
                .solution(solution())
                .output(output())
                .cves(cves())
                .seeAlso(links())
                .crossReferences(CweList.ofNumbers(fields.get("cwe", "cweid", "cwe_id") + " " + fields.get("cwes")))
                .build();
    }

    private CvssScores cvss() {
        String vector = fields.get("cvssv3", "cvss3_vector_string", "cvss vector", "cvssv3_vector");
        Double v3 = score("cvssv3_score", "cvss3_base_score", "cvss score", "cvss", "cvss base score");
        return new CvssScores(
                score("cvss2_base_score"),
                null,
                v3,
                vector.startsWith("CVSS:3") ? vector : null,
                score("cvssv4_score"),
                null);
    }

    private @Nullable Double score(String... names) {
        String text = fields.get(names);
        return text.startsWith("CVSS") ? null : CvssScores.score(names[0], text, place, sink);
    }

    private String paragraphs(String... names) {
        return Stream.of(fields.get(names), fields.get("impact"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String solution() {
        String fixed = fields.get("fix_version", "fixed version");
        String told = fields.get("mitigation", "solution", "remediation", "recommendation", "resolution");
        return told.isEmpty() && !fixed.isEmpty() ? "Upgrade to " + fixed + "." : told;
    }

    private String output() {
        String line = fields.get("line", "linenumber", "line number");
        return Stream.of(
                        line.isEmpty() ? "" : "Line " + line,
                        fields.get("steps_to_reproduce", "evidence", "data", "proof"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private List<String> links() {
        return Arrays.stream(fields.get("references", "refs", "see also").split("[\\s,\"'\\[\\]()]+"))
                .filter(word -> word.startsWith("http"))
                .distinct()
                .toList();
    }
}
