package io.closeout.intake.parser;

import io.closeout.shared.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The web sites of a file, each an asset by its origin. They are never taken for the machine behind them, whose address is kept as a
 * property only: one machine serves many sites, and a site moves between machines. Which pages a scanner looked at is not told.
 */
public final class WebSites {

    private final Map<String, Site> sites = new LinkedHashMap<>();

    private static final class Site {

        private final int number;
        private final Map<String, String> properties = new LinkedHashMap<>();
        private @Nullable Instant start;
        private @Nullable Instant end;

        Site(int number) {
            this.number = number;
        }
    }

    /**
     * A place of a site.
     *
     * @param site name of the asset
     * @param path without query; empty if the address is none of the web
     */
    public record Place(int number, String site, String path) {

        public Sighting sighting(String checkId, Severity severity) {
            return sighting(checkId, severity, path);
        }

        /** @param location empty if the tool reports the site as a whole */
        public Sighting sighting(String checkId, Severity severity, String location) {
            return new Sighting(number, site, checkId, severity, location);
        }
    }

    /** @param url what is no address of the web, such as {@code mail.example:25}, is a site by itself; empty if not named */
    public Place at(String url) {
        return WebAddress.of(url)
                .map(address -> place(address.origin(), address.path()))
                .orElseGet(() -> place(url.isBlank() ? ScannedHost.NOT_NAMED : url.strip(), ""));
    }

    private Place place(String site, String path) {
        return new Place(site(site).number, site, path);
    }

    private Site site(String name) {
        return sites.computeIfAbsent(name, site -> new Site(sites.size()));
    }

    public void property(Place place, String name, String text) {
        if (!text.isBlank()) {
            site(place.site()).properties.putIfAbsent(name, text.strip());
        }
    }

    /** The earliest start and the latest end of the site's scans count. */
    public void scanned(Place place, @Nullable Instant start, @Nullable Instant end) {
        Site site = site(place.site());
        site.start = site.start == null || (start != null && start.isBefore(site.start)) ? start : site.start;
        site.end = site.end == null || (end != null && end.isAfter(site.end)) ? end : site.end;
    }

    /** As {@link #scanned}, for files that give one moment for all of their sites. */
    public void allScanned(@Nullable Instant start, @Nullable Instant end) {
        sites.forEach((name, site) -> scanned(new Place(site.number, name, ""), start, end));
    }

    public void handTo(ScanSink sink) {
        sites.forEach((name, site) -> {
            ScannedHost.Builder host =
                    ScannedHost.of(site.number, name).start(site.start).end(site.end);
            site.properties.forEach(host::property);
            sink.host(host.build());
        });
    }
}
