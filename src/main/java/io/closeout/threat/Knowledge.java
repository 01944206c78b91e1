package io.closeout.threat;

import io.closeout.threat.FeedRows.Version;
import io.closeout.threat.KevRows.Dates;
import io.closeout.threat.reading.SsvcRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What sets dates, in memory, because an import asks for each item that it opens. Which release counts is asked of the database each
 * time, in the caller's transaction; what is kept belongs to one release. So another node's catalogue counts at once, and one whose
 * transaction was rolled back never does: ids of releases are not given twice.
 */
@Component
class Knowledge {

    private static final int MOST_REMEMBERED = 100_000;

    private final FeedRows feeds;
    private final KevRows kev;
    private final SsvcRows ssvc;
    private volatile @Nullable Listed listed;
    private volatile @Nullable Judged judged;

    Knowledge(FeedRows feeds, KevRows kev, SsvcRows ssvc) {
        this.feeds = feeds;
        this.kev = kev;
        this.ssvc = ssvc;
    }

    private record Listed(long release, Map<String, Dates> entries) {}

    /** @param points empty where nothing is known */
    private record Judged(long release, Map<String, Optional<SsvcRecord>> points) {}

    /**
     * What counts at one moment.
     *
     * @param catalogue the catalogue's version; null while none was taken
     * @param entries of the catalogue, by CVE
     * @param points of the CVEs that were asked for, where something is known
     */
    record Now(@Nullable Version catalogue, Map<String, Dates> entries, Map<String, SsvcRecord> points) {

        boolean isListed(String cve) {
            return entries.containsKey(cve);
        }
    }

    /** @param cves whose decision points are wanted */
    Now about(Collection<String> cves) {
        Map<Feed, Version> versions = feeds.versions();
        Version catalogue = versions.get(Feed.KEV);
        Version points = versions.get(Feed.SSVC);
        return new Now(
                catalogue,
                catalogue == null ? Map.of() : listed(catalogue.release()),
                points == null ? Map.of() : points(points.release(), cves));
    }

    private Map<String, Dates> listed(long release) {
        Listed known = listed;
        if (known == null || known.release() != release) {
            known = new Listed(release, Map.copyOf(kev.dates(release)));
            listed = known;
        }
        return known.entries();
    }

    private Map<String, SsvcRecord> points(long release, Collection<String> cves) {
        Judged known = judged;
        if (known == null || known.release() != release || known.points().size() > MOST_REMEMBERED) {
            known = new Judged(release, new ConcurrentHashMap<>());
            judged = known;
        }
        remember(cves, known.points());
        Map<String, SsvcRecord> points = new HashMap<>();
        for (String cve : cves) {
            known.points().getOrDefault(cve, Optional.empty()).ifPresent(each -> points.put(cve, each));
        }
        return points;
    }

    private void remember(Collection<String> cves, Map<String, Optional<SsvcRecord>> points) {
        Set<String> unknown = new HashSet<>(cves);
        unknown.removeAll(points.keySet());
        if (!unknown.isEmpty()) {
            Map<String, SsvcRecord> found = ssvc.points(unknown);
            unknown.forEach(cve -> points.put(cve, Optional.ofNullable(found.get(cve))));
        }
    }
}
