package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.PartedRows;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row for each result, or for each CVE of one. */
final class QualysRows {

    private final CsvRows rows;
    private final ScanSink sink;
    private final QualysRowHosts hosts;
    private final HtmlMemory memory = new HtmlMemory();
    private final PartedRows parts = new PartedRows();

    QualysRows(CsvRows rows, ScanSink sink) {
        this.rows = rows;
        this.sink = sink;
        this.hosts = new QualysRowHosts(rows, sink);
    }

    void read() {
        String check = cell("QID");
        String host = hosts.name();
        if (check.isEmpty() && !host.isEmpty()) {
            hosts.number();
            return;
        }
        Severity severity = QualysWords.severity(QualysWords.isInformation(type()), cell("Q_SEVERITY", "Severity"));
        String why = leftOut(check, host, severity);
        if (severity == null || !why.isEmpty()) {
            sink.skipped(Skipped.result(rows.place(), why));
            return;
        }
        String location = QualysWords.location(rows.get("Port"), rows.get("Protocol"));
        Sighting sighting = new Sighting(hosts.number(), host, check, severity, location);
        String cves = rows.get("CVE ID", "CVEID", "CVE");
        String place = String.join("\n", host, cell("Asset Id"), check, location, rows.get("Instance"));
        if (!parts.opensFinding(place, cves)) {
            sink.moreCves(check, CveList.in(cves));
        } else if (sink.sighted(sighting)) {
            sink.record(record(sighting, cves));
        }
    }

    private String type() {
        return cell("Type", "Type Detected");
    }

    /** Empty if the row is to be taken. */
    private String leftOut(String check, String host, @Nullable Severity severity) {
        if (check.isEmpty() || host.isEmpty()) {
            return "a row without " + (check.isEmpty() ? "QID" : "host");
        }
        String what = "QID " + check + " on " + host + " ";
        if (cell("Vuln Status", "Status").equalsIgnoreCase("Fixed")) {
            return what + "is fixed, as Qualys says";
        }
        if (isYes("Ignored") || isYes("Disabled")) {
            return what + "is ignored or disabled in Qualys";
        }
        if (rows.get("FALSE POSITIVE STATUS").equalsIgnoreCase("Approved")) {
            return what + "is a false positive, as Qualys says";
        }
        return severity == null ? what + "has the unknown severity \"" + rows.get("Q_SEVERITY", "Severity") + "\"" : "";
    }

    private boolean isYes(String column) {
        return rows.get(column).equalsIgnoreCase("Yes");
    }

    private ScanRecord record(Sighting sighting, String cves) {
        String category = cell("Category");
        return ScanRecord.of(sighting)
                .title(rows.get("Title", "VULN TITLE"))
                .family(category)
                .type(QualysWords.type(category, sighting.location()))
                .cvss(QualysScore.both(
                        score("CVSS Base", "CVSS_BASE", "CVSSv2 Base (nvd)"),
                        score("CVSS3.1 Base", "CVSS3 Base", "CVSSv3.1 Base (nvd)")))
                .description(Stream.of("CVE-Description", "Threat", "Impact")
                        .map(column ->
                                QualysWords.known(memory.read(rows.get(column)).text()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")))
                .solution(QualysWords.known(memory.read(rows.get("Solution")).text()))
                .output(QualysWords.output(QualysWords.isPotential(type()), cell("Results", "RESULT")))
                .cves(CveList.in(cves))
                .seeAlso(Stream.concat(
                                memory.read(rows.get("Threat")).links().stream(),
                                memory.read(rows.get("Solution")).links().stream())
                        .distinct()
                        .toList())
                .crossReferences(references())
                .exploit(exploit())
                .vulnerabilityPublished(date("Published Date"))
                .patchPublished(date("Patch Released"))
                .build();
    }

    private QualysScore score(String... columns) {
        String column = Arrays.stream(columns)
                .filter(name -> !cell(name).isEmpty())
                .findFirst()
                .orElse(columns[0]);
        return QualysScore.of(column, rows.get(column), rows.place(), sink);
    }

    private List<String> references() {
        Stream<String> vendor = Arrays.stream(cell("Vendor Reference").split(","));
        Stream<String> bugtraq = Arrays.stream(cell("Bugtraq ID", "BUGTRAQID").split("[\\s,]+"))
                .map(id -> id.isEmpty() ? "" : "BID:" + id);
        return Stream.concat(vendor, bugtraq)
                .map(String::strip)
                .filter(reference -> !reference.isEmpty())
                .toList();
    }

    private ExploitFacts exploit() {
        boolean known = !cell("Exploitability").isEmpty();
        return known || !cell("Associated Malware").isEmpty()
                ? new ExploitFacts(known, !cell("Associated Malware").isEmpty(), "", List.of())
                : ExploitFacts.NONE;
    }

    private @Nullable LocalDate date(String column) {
        Instant moment = QualysTimes.moment(rows.get(column));
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private String cell(String... names) {
        return QualysWords.known(rows.get(names));
    }

    void finish() {
        hosts.finish();
    }
}
