package io.closeout.threat;

import io.closeout.shared.Refused;
import io.closeout.threat.reading.EpssReader;
import io.closeout.threat.reading.FeedFile.Content;
import io.closeout.threat.reading.KevCatalogue;
import io.closeout.threat.reading.KevEntry;
import io.closeout.threat.reading.KevReader;
import io.closeout.threat.reading.Problems;
import io.closeout.threat.reading.VulnrichmentReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what a file says, in the caller's transaction: all of it or nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Intake {

    private final FeedRows feeds;
    private final KevRows kev;
    private final EpssRows epss;
    private final SsvcRows ssvc;

    Intake(FeedRows feeds, KevRows kev, EpssRows epss, SsvcRows ssvc) {
        this.feeds = feeds;
        this.kev = kev;
        this.epss = epss;
        this.ssvc = ssvc;
    }

    /** @param changed CVEs whose dates may be others now */
    record Stored(long release, Set<String> changed) {}

    /** @throws Refused if it is older than what counts, or cannot be read */
    public Stored store(Arrival arrival, Optional<Release> present) {
        return switch (arrival.feed()) {
            case KEV -> storeCatalogue(arrival, present);
            case EPSS -> storeScores(arrival, present);
            case SSVC -> storePoints(arrival);
        };
    }

    private Stored storeCatalogue(Arrival arrival, Optional<Release> present) {
        KevCatalogue catalogue =
                arrival.file().read(arrival.content() == Content.KEV_JSON ? KevReader::json : KevReader::csv);
        present.ifPresent(known -> mustNotBeOlder(catalogue, known));
        long release = feeds.insert(arrival, catalogue.version(), catalogue.released(), catalogue.newest());
        Set<String> changed = replace(catalogue, release);
        feeds.count(Feed.KEV, release, catalogue.entries().size(), changed.size(), catalogue.problems());
        if (present.isEmpty()) {
            // until now nobody knew that they are not listed
            changed.addAll(ssvc.cves());
        }
        return new Stored(release, changed);
    }

    /**
     * A catalogue says more each day. An older one would take back what is known, so it is not taken at all. A CSV does not say when it
     * was released; there the newest listing decides.
     */
    private static void mustNotBeOlder(KevCatalogue catalogue, Release known) {
        Instant released = catalogue.released();
        LocalDate newest = known.newest();
        boolean older = released != null && known.released() != null
                ? released.isBefore(known.released())
                : newest != null && catalogue.newest().isBefore(newest);
        if (older) {
            throw Refused.because(
                    "This catalogue, %s, is older than %s, which is known already. Take the newest one of CISA."
                            .formatted(catalogue.version(), known.title()));
        }
    }

    /** Entries end and begin; one that is only missing because an entry is broken stays. */
    private Set<String> replace(KevCatalogue catalogue, long release) {
        Map<String, KevEntry> present = kev.present();
        Map<String, KevEntry> gone = new HashMap<>(present);
        List<KevEntry> fresh = new ArrayList<>();
        for (KevEntry entry : catalogue.entries()) {
            gone.remove(entry.cve());
            if (!entry.equals(present.get(entry.cve()))) {
                fresh.add(entry);
            }
        }
        Set<String> changed = new HashSet<>(fresh.stream().map(KevEntry::cve).toList());
        if (catalogue.problems().count() == 0) {
            changed.addAll(gone.keySet());
        }
        kev.end(changed.stream().filter(present::containsKey).toList(), release);
        kev.insert(fresh, release);
        return changed;
    }

    private Stored storeScores(Arrival arrival, Optional<Release> present) {
        EpssReader.Edition edition = arrival.file().read(EpssReader::edition);
        present.filter(known -> edition.scoreDate().isBefore(known.released())).ifPresent(known -> {
            throw Refused.because("These scores are of %s and older than those of %s, which are known already."
                    .formatted(day(edition.scoreDate()), day(known.released())));
        });
        long release = feeds.insert(arrival, edition.modelVersion(), edition.scoreDate(), null);
        EpssRows.Loading loading = epss.loading();
        EpssReader.Outcome read = arrival.file().read(in -> EpssReader.scores(in, loading::add));
        feeds.count(Feed.EPSS, release, read.scores(), loading.finish(), read.problems());
        return new Stored(release, Set.of());
    }

    private Stored storePoints(Arrival arrival) {
        long release = feeds.insert(arrival, "of " + day(arrival.at()), null, null);
        SsvcRows.Loading loading = ssvc.loading(release);
        VulnrichmentReader.Outcome read = arrival.file()
                .read(in -> arrival.content() == Content.CVE_RECORD
                        ? VulnrichmentReader.record(in, loading::add)
                        : VulnrichmentReader.archive(in, loading::add));
        Set<String> changed = loading.flush();
        Problems problems = read.problems();
        feeds.count(Feed.SSVC, release, read.records(), changed.size(), problems);
        return new Stored(release, changed);
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
