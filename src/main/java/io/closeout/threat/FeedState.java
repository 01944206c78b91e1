package io.closeout.threat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a feed.
 *
 * @param release that counts; null while none was taken
 * @param problems its first broken entries
 * @param ageInDays of what the publisher let out, or since it was taken where nobody says; null while none was taken
 * @param known how many CVEs it speaks of now
 * @param openItems how many open items name one of the catalogue's CVEs; 0 for other feeds
 * @param download what the last download came to
 */
public record FeedState(
        Feed feed,
        @Nullable Release release,
        List<Broken> problems,
        @Nullable Long ageInDays,
        long known,
        long openItems,
        Download download) {

    public FeedState {
        problems = List.copyOf(problems);
    }

    /**
     * @param from the address; null where nothing is downloaded
     * @param askedAt when it was last tried; null for never
     * @param failure why the last one failed; null if it did not
     */
    public record Download(
            @Nullable String from,
            @Nullable Instant askedAt,
            @Nullable String failure) {}
}
