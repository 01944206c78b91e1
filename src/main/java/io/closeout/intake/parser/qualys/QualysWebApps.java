package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.WebAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the web applications that results were found in; memory grows with the applications only. */
final class QualysWebApps {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Instant> seen = new LinkedHashMap<>();

    /**
     * Where a result was found.
     *
     * @param application its origin, or {@link ScannedHost#NOT_NAMED}
     * @param path empty if the application as a whole is meant
     */
    record Place(int number, String application, String path) {}

    /**
     * @param url of the result; may be empty
     * @param application address of what was scanned; may be empty
     */
    Place place(String url, String application) {
        Optional<WebAddress> exact = WebAddress.of(url);
        String origin = exact.or(() -> WebAddress.of(application))
                .map(WebAddress::origin)
                .orElse(ScannedHost.NOT_NAMED);
        return new Place(number(origin), origin, exact.map(WebAddress::path).orElse(""));
    }

    private int number(String origin) {
        return numbers.computeIfAbsent(origin, unknown -> numbers.size());
    }

    void seen(Place place, Instant moment) {
        seen.merge(place.number(), moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** @param end of the scan; null if it is not known, and the last that was seen counts */
    void finish(ScanSink sink, @Nullable Instant end) {
        numbers.forEach((origin, number) -> sink.host(ScannedHost.of(number, origin)
                .end(end == null ? seen.get(number) : end)
                .build()));
    }
}
