package io.closeout.threat;

import io.closeout.access.PolicyCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of attacks, how old it is, and whom it concerns. For everybody. */
@Service
@Transactional(readOnly = true)
public class FeedStates {

    private final FeedRows feeds;
    private final DownloadRows downloads;
    private final Knowledge knowledge;
    private final SsvcRows ssvc;
    private final OpenItems openItems;
    private final PolicyCalendar calendar;
    private final ThreatSettings settings;

    FeedStates(
            FeedRows feeds,
            DownloadRows downloads,
            Knowledge knowledge,
            SsvcRows ssvc,
            OpenItems openItems,
            PolicyCalendar calendar,
            ThreatSettings settings) {
        this.feeds = feeds;
        this.downloads = downloads;
        this.knowledge = knowledge;
        this.ssvc = ssvc;
        this.openItems = openItems;
        this.calendar = calendar;
        this.settings = settings;
    }

    public List<FeedState> all() {
        return Arrays.stream(Feed.values()).map(this::of).toList();
    }

    /** Files that were taken, newest first. */
    public List<Release> latest(int most) {
        return feeds.latest(most);
    }

    private FeedState of(Feed feed) {
        Release release = feeds.current(feed).orElse(null);
        Set<String> listed =
                feed == Feed.KEV ? knowledge.about(Set.of()).entries().keySet() : Set.of();
        return new FeedState(
                feed,
                release,
                release == null ? List.of() : feeds.problems(release.id()),
                release == null ? null : age(release),
                known(feed, release, listed),
                listed.isEmpty() ? 0 : openItems.count(listed),
                downloads.last(feed, address(feed)));
    }

    private long known(Feed feed, @Nullable Release release, Set<String> listed) {
        if (release == null) {
            return 0;
        }
        return switch (feed) {
            case KEV -> listed.size();
            case EPSS -> release.entries();
            case SSVC -> ssvc.count();
        };
    }

    private long age(Release release) {
        Instant released = Objects.requireNonNullElse(release.released(), release.takenAt());
        LocalDate day =
                release.released() == null && release.newest() != null ? release.newest() : calendar.dateOf(released);
        return Math.max(0, ChronoUnit.DAYS.between(day, calendar.today()));
    }

    private @Nullable String address(Feed feed) {
        URI address = settings.address(feed);
        return address == null ? null : address.toString();
    }
}
