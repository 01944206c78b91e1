package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what the rows say about their hosts; memory grows with the hosts, not with the rows. */
final class QualysRowHosts {

    private final CsvRows rows;
    private final ScanSink sink;
    private final Map<String, Facts> hosts = new LinkedHashMap<>();

    QualysRowHosts(CsvRows rows, ScanSink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    private static final class Facts {

        private final int number;
        private final ScannedHost.Builder host;
        private @Nullable Instant lastSeen;

        Facts(int number, String name) {
            this.number = number;
            this.host = ScannedHost.of(number, name);
        }
    }

    /** Of the current row's host; empty if it names none. */
    String name() {
        return Stream.of("DNS", "HOSTNAME", "Asset Name", "NetBIOS", "FQDN", "IP", "Asset IPV4", "Asset IPV6")
                .map(this::cell)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of the current row's host, whose facts are noted. */
    int number() {
        String id = cell("Asset Id");
        Facts facts = hosts.computeIfAbsent(id.isEmpty() ? name() : id, key -> new Facts(hosts.size(), name()));
        addresses("IP", "Asset IPV4", "Asset IPV6").forEach(facts.host::address);
        facts.host.fqdn(QualysWords.fullName(cell("DNS", "HOSTNAME", "Asset Name")));
        note(facts);
        return facts.number;
    }

    private void note(Facts facts) {
        String system = cell("OS", "OPERATING_SYSTEM", "Operating System");
        if (!system.isEmpty()) {
            facts.host.operatingSystem(system);
        }
        String netbios = cell("NetBIOS", "Asset Name");
        if (!netbios.isEmpty() && !netbios.contains(".")) {
            facts.host.netbiosName(netbios);
        }
        String agent = cell("QG Host ID");
        if (!agent.isEmpty()) {
            facts.host.agentId(agent);
        }
        facts.lastSeen = QualysTimes.later(facts.lastSeen, QualysTimes.moment(rows.get("Last Detected", "LAST SCAN")));
    }

    private String cell(String... names) {
        return QualysWords.known(rows.get(names));
    }

    private Stream<String> addresses(String... columns) {
        return Arrays.stream(columns)
                .flatMap(column -> Arrays.stream(cell(column).split("[\\s,]+")))
                .filter(address -> !address.isEmpty());
    }

    void finish() {
        hosts.values().forEach(facts -> sink.host(facts.host.end(facts.lastSeen).build()));
    }
}
