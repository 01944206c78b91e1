package io.closeout.intake.parser.defender;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Machines by Defender's own id, which identifies them best; some are named by their vulnerabilities only. */
final class DefenderMachines {

    private final ScanSink sink;
    private final Map<String, JsonValue> known = new HashMap<>();
    private final Map<String, Machine> seen = new LinkedHashMap<>();

    DefenderMachines(ScanSink sink) {
        this.sink = sink;
    }

    /** A machine with results, or one that the file lists. */
    static final class Machine {

        private final int number;
        private final String name;
        private final ScannedHost.Builder host;
        private @Nullable Instant lastSeen;

        private Machine(int number, String id, String name) {
            this.number = number;
            this.name = name;
            this.host = ScannedHost.of(number, name).agentId(id);
        }

        int number() {
            return number;
        }

        String name() {
            return name;
        }

        private void seenAt(String text) {
            try {
                Instant moment = OffsetDateTime.parse(text).toInstant();
                lastSeen = lastSeen == null || moment.isAfter(lastSeen) ? moment : lastSeen;
            } catch (DateTimeException unknownForm) {
                // a machine without a date was seen when the file was handed in
            }
        }
    }

    static boolean isMachine(JsonValue entry) {
        return !entry.has("cveId") && entry.has("id") && (entry.has("osPlatform") || entry.has("computerDnsName"));
    }

    void know(JsonValue entry) {
        if (isMachine(entry)) {
            known.put(entry.text("id"), entry);
        }
    }

    /** The machine that an entry speaks of. */
    Machine of(String id, JsonValue entry) {
        Machine machine = seen.computeIfAbsent(id, unknown -> machine(id, entry));
        machine.seenAt(entry.text("lastSeenTimestamp"));
        return machine;
    }

    private Machine machine(String id, JsonValue entry) {
        JsonValue facts = known.getOrDefault(id, entry);
        String told = facts.firstText("computerDnsName", "deviceName");
        Machine machine = new Machine(seen.size(), id, told.isEmpty() ? id : told);
        if (told.contains(".")) {
            machine.host.fqdn(told);
        } else {
            machine.host.netbiosName(told);
        }
        machine.host.operatingSystem((facts.text("osPlatform") + " " + facts.text("osVersion")).strip());
        machine.host.address(facts.text("lastIpAddress"));
        facts.items("ipAddresses").forEach(each -> {
            machine.host.address(each.text("ipAddress"));
            machine.host.mac(each.text("macAddress"));
        });
        machine.seenAt(facts.text("lastSeen"));
        return machine;
    }

    void finish() {
        known.forEach(this::of);
        seen.values()
                .forEach(machine -> sink.host(machine.host.end(machine.lastSeen).build()));
    }
}
