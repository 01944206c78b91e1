package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Greenbone's table of results, one row each. It says nothing of the hosts' scans, so it proves nothing absent. */
public final class OpenVasCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "openvas-csv",
            OpenVasXmlParser.SCANNER,
            "OpenVAS / Greenbone (CSV)",
            "OpenVAS 9, Greenbone Community Edition and Enterprise Appliance 20 to 24",
            "In Greenbone Security Assistant open Scans, Reports, choose the report, then Download and the format \"CSV Results\"."
                    + " A CSV never proves that a weakness is gone; take the format \"XML\" for that.",
            "Greenbone, \"Reports and Vulnerability Management\" (docs.greenbone.net)",
            1);

    private static final Set<String> COLUMNS = Set.of("IP", "NVT Name", "NVT OID", "Severity");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(COLUMNS);
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, COLUMNS)) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            Table table = new Table(rows, sink);
            while (rows.next(sink)) {
                table.read();
            }
            table.finish();
        }
    }

    private static final class Table {

        private final CsvRows rows;
        private final ScanSink sink;
        private final Map<String, Host> hosts = new LinkedHashMap<>();

        Table(CsvRows rows, ScanSink sink) {
            this.rows = rows;
            this.sink = sink;
        }

        private record Host(
                int number, String name, @Nullable Instant end) {}

        void read() {
            sighting().ifPresent(sighting -> {
                if (sink.sighted(sighting)) {
                    sink.record(record(sighting));
                }
            });
        }

        private Optional<Sighting> sighting() {
            String address = rows.get("IP");
            String checkId = rows.get("NVT OID");
            if (address.isEmpty() || checkId.isEmpty()) {
                return skipped("a row without " + (address.isEmpty() ? "IP" : "NVT OID"));
            }
            String threat = rows.get("Severity");
            Severity severity = OpenVasRating.of(threat, rows.get("CVSS"));
            if (severity == null) {
                return skipped("check " + checkId + " on " + address + " has the unknown severity \"" + threat + "\"");
            }
            String port = rows.get("Port").isEmpty() ? "general" : rows.get("Port");
            String protocol = rows.get("Port Protocol").isEmpty() ? "tcp" : rows.get("Port Protocol");
            return Optional.of(new Sighting(
                    number(address), address, checkId, severity, OpenVasPlaces.location(port + "/" + protocol)));
        }

        private Optional<Sighting> skipped(String why) {
            sink.skipped(Skipped.result(rows.place(), why));
            return Optional.empty();
        }

        private int number(String address) {
            Instant seen = OpenVasHosts.moment(rows.get("Timestamp"));
            return hosts.merge(
                            address,
                            new Host(hosts.size(), rows.get("Hostname"), seen),
                            (known, more) -> new Host(
                                    known.number(),
                                    known.name().isEmpty() ? more.name() : known.name(),
                                    OpenVasHosts.later(known.end(), more.end())))
                    .number();
        }

        private ScanRecord record(Sighting sighting) {
            return ScanRecord.of(sighting)
                    .title(rows.get("NVT Name"))
                    .cvss(cvss())
                    .synopsis(rows.get("Summary"))
                    .description(Stream.of("Vulnerability Insight", "Impact", "Affected Software/OS")
                            .map(rows::get)
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n\n")))
                    .solution(rows.get("Solution"))
                    .output(rows.get("Specific Result"))
                    .cves(CveList.in(rows.get("CVEs") + " " + sighting.checkId()))
                    .seeAlso(words("Other References")
                            .filter(word -> word.startsWith("http"))
                            .toList())
                    .crossReferences(Stream.concat(words("BIDs").map(bid -> "BID:" + bid), words("CERTs"))
                            .toList())
                    .build();
        }

        /** The table does not name the version of its score. As version 2 it never makes Critical of what the scanner calls High. */
        private CvssScores cvss() {
            Double score = CvssScores.score("CVSS", rows.get("CVSS"), rows.place(), sink);
            return new CvssScores(score, null, null, null, null, null);
        }

        private Stream<String> words(String column) {
            return Arrays.stream(rows.get(column).split("[\\s,]+")).filter(word -> !word.isEmpty());
        }

        void finish() {
            hosts.forEach((address, host) -> sink.host(ScannedHost.of(host.number(), address)
                    .address(address)
                    .fqdn(host.name())
                    .end(host.end())
                    .build()));
        }
    }
}
