package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what the rows say about their hosts; memory grows with the hosts, not with the rows. */
final class TenableHosts {

    private final CsvRows rows;
    private final ScanSink sink;
    private final Map<String, Facts> hosts = new LinkedHashMap<>();

    TenableHosts(CsvRows rows, ScanSink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    private static final class Facts {

        private final int number;
        private final String name;
        private final Set<String> addresses = new LinkedHashSet<>();
        private final Set<String> fqdns = new LinkedHashSet<>();
        private final Set<String> macs = new LinkedHashSet<>();
        private String netbiosName = "";
        private String operatingSystem = "";
        private @Nullable Instant start;
        private @Nullable Instant end;

        Facts(int number, String name) {
            this.number = number;
            this.name = name;
        }

        ScannedHost host() {
            return new ScannedHost(
                    number,
                    name,
                    List.copyOf(addresses),
                    List.copyOf(fqdns),
                    netbiosName.isEmpty() ? null : netbiosName,
                    List.copyOf(macs),
                    null,
                    null,
                    operatingSystem.isEmpty() ? null : operatingSystem,
                    start,
                    end,
                    null,
                    ScannedHost.Contact.LISTED,
                    ScannedHost.Credentials.UNKNOWN,
                    Map.of(),
                    FeedVersion.UNKNOWN);
        }
    }

    /** Of the current row's host; empty if it names none. */
    String name() {
        return Optional.of(rows.get("Host", "asset.name", "DNS Name"))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> rows.get("IP Address", "asset.display_ipv4_address"));
    }

    /** Of the current row's host, whose facts are noted. */
    int number() {
        String name = name();
        String id = rows.get("asset.id", "Asset UUID");
        Facts facts = hosts.computeIfAbsent(id.isEmpty() ? name : id, key -> new Facts(hosts.size(), name));
        note(facts);
        return facts.number;
    }

    private void note(Facts facts) {
        if (facts.name.matches("[\\d.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]+")) {
            facts.addresses.add(facts.name);
        }
        words(rows.get("IP Address", "asset.display_ipv4_address")).forEach(facts.addresses::add);
        words(rows.get("asset.display_ipv6_address")).forEach(facts.addresses::add);
        words(rows.get("FQDN", "DNS Name", "asset.display_fqdn")).forEach(facts.fqdns::add);
        words(rows.get("MAC Address", "asset.display_mac_address"))
                .map(mac -> mac.toLowerCase(Locale.ROOT).replace('-', ':'))
                .forEach(facts.macs::add);
        facts.netbiosName = firstOf(facts.netbiosName, rows.get("NetBios", "NetBIOS Name", "asset.netbios_name"));
        facts.operatingSystem = firstOf(facts.operatingSystem, rows.get("OS", "asset.operating_system"));
        TenableTimes.instant(rows.get("Host Start"))
                .ifPresent(start ->
                        facts.start = facts.start == null || start.isBefore(facts.start) ? start : facts.start);
        TenableTimes.instant(rows.get("Host End", "last_seen", "Last Found", "Last Observed"))
                .ifPresent(end -> facts.end = facts.end == null || end.isAfter(facts.end) ? end : facts.end);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    private static String firstOf(String known, String found) {
        return known.isEmpty() ? found : known;
    }

    void finish() {
        hosts.values().forEach(facts -> sink.host(facts.host()));
    }
}
