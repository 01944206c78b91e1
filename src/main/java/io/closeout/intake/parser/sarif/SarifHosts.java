package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was scanned, by name. SARIF does not tell whether all of it was looked at, so nothing is proven absent. */
final class SarifHosts {

    private final Map<String, Host> hosts = new LinkedHashMap<>();

    private record Host(
            int number,
            String tool,
            @Nullable Instant start,
            @Nullable Instant end) {

        private Host endsNotBefore(@Nullable Instant other) {
            return other == null || (end != null && end.isAfter(other)) ? this : new Host(number, tool, start, other);
        }
    }

    /** @return the number of the asset */
    int seen(String asset, SarifRun run) {
        Host host = hosts.computeIfAbsent(
                asset,
                name -> new Host(hosts.size(), (run.tool() + " " + run.version()).strip(), run.start(), run.end()));
        hosts.put(asset, host.endsNotBefore(run.end()));
        return host.number();
    }

    boolean isEmpty() {
        return hosts.isEmpty();
    }

    void handTo(ScanSink sink) {
        hosts.forEach((name, host) -> sink.host(ScannedHost.of(host.number(), name)
                .start(host.start())
                .end(host.end())
                .property("tool", host.tool())
                .build()));
    }
}
