package io.closeout.threat.web;

import io.closeout.threat.Broken;
import io.closeout.threat.Feed;
import io.closeout.threat.FeedState;
import io.closeout.threat.Release;
import io.closeout.threat.Taken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API tells it. All but its name is missing while nothing of it was taken.
 *
 * @param ageInDays since its publisher let it out
 * @param known CVEs of which it speaks
 * @param openItems open items in the catalogue
 */
record FeedDocument(
        Feed feed,
        @Nullable Edition edition,
        @Nullable Long ageInDays,
        long known,
        long openItems,
        FeedState.@Nullable Download download) {

    static FeedDocument of(FeedState state) {
        Release release = state.release();
        return new FeedDocument(
                state.feed(),
                release == null ? null : Edition.of(release, state.problems()),
                state.ageInDays(),
                state.known(),
                state.openItems(),
                state.download());
    }

    /** A broken entry. */
    record Wrong(String where, String why) {}

    /**
     * A file that was taken.
     *
     * @param problemCount broken entries, of which {@code problems} are the first
     * @param notReassessed ids of items whose deadline could not be looked at again
     */
    record Edition(
            Feed feed,
            String version,
            @Nullable Instant released,
            String file,
            String sha256,
            Instant takenAt,
            String takenBy,
            int entries,
            int changed,
            int problemCount,
            List<Wrong> problems,
            @Nullable Integer reassessed,
            @Nullable Integer shortened,
            List<String> notReassessed) {

        static Edition of(Taken taken) {
            return of(taken.release(), taken.problems());
        }

        static Edition of(Release release, List<Broken> problems) {
            return new Edition(
                    release.feed(),
                    release.version(),
                    release.released(),
                    release.fileName(),
                    release.digest(),
                    release.takenAt(),
                    release.takenBy(),
                    release.entries(),
                    release.changed(),
                    release.problems(),
                    problems.stream()
                            .map(each -> new Wrong(each.place(), each.reason()))
                            .toList(),
                    release.reassessed(),
                    release.shortened(),
                    release.notReassessed());
        }
    }
}
