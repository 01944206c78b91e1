package io.closeout.intake.parser.generic;

import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets of a list, each once for all entries of one age. */
final class ListedHosts {

    private final Map<Entry, Integer> numbers = new LinkedHashMap<>();

    private record Entry(
            String name,
            @Nullable LocalDate found,
            @Nullable LocalDate seen) {}

    /** @return its number, from 0 */
    int number(String name, @Nullable LocalDate found, @Nullable LocalDate seen) {
        return numbers.computeIfAbsent(new Entry(name, found, seen), entry -> numbers.size());
    }

    void handOver(ScanSink sink) {
        numbers.forEach((entry, number) -> {
            boolean isAddress = entry.name().matches("[\\d.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:]+");
            sink.host(ScannedHost.of(number, entry.name())
                    .address(isAddress ? entry.name() : "")
                    .found(noon(entry.found()))
                    .end(noon(entry.seen()))
                    .build());
        });
    }

    /** In UTC, so that it is the same day nearly everywhere. */
    private static @Nullable Instant noon(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
