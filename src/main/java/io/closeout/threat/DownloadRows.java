package io.closeout.threat;

import io.closeout.shared.Shortened;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the last download of each feed went, and what the server wants to be asked with next time. */
@Repository
@Transactional
class DownloadRows {

    private static final int LONGEST_FAILURE = 1000;

    private final JdbcClient jdbc;

    DownloadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a server said of the file that was taken from it last. */
    record Validators(@Nullable String etag, @Nullable String lastModified) {}

    public Validators validators(Feed feed) {
        return jdbc.sql("select etag, last_modified from threat_feed where feed = ?")
                .param(feed.name())
                .query(Validators.class)
                .single();
    }

    public FeedState.Download last(Feed feed, @Nullable String from) {
        return jdbc.sql("select asked_at, failure from threat_feed where feed = ?")
                .param(feed.name())
                .query((row, number) ->
                        new FeedState.Download(from, FeedRows.instant(row, "asked_at"), row.getString("failure")))
                .single();
    }

    public void succeeded(Feed feed, Validators validators, Instant now) {
        jdbc.sql("update threat_feed set asked_at = ?, failure = null, etag = ?, last_modified = ? where feed = ?")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        fitting(500, validators.etag()),
                        fitting(100, validators.lastModified()),
                        feed.name())
                .update();
    }

    public void unchanged(Feed feed, Instant now) {
        jdbc.sql("update threat_feed set asked_at = ?, failure = null where feed = ?")
                .params(now.atOffset(ZoneOffset.UTC), feed.name())
                .update();
    }

    /** The next time the file is asked for without conditions. */
    public void failed(Feed feed, String why, Instant now) {
        jdbc.sql("update threat_feed set asked_at = ?, failure = ?, etag = null, last_modified = null where feed = ?")
                .params(now.atOffset(ZoneOffset.UTC), Shortened.to(LONGEST_FAILURE, why), feed.name())
                .update();
    }

    /** One that does not fit is not sent back, and the whole file is asked for. */
    private static @Nullable String fitting(int most, @Nullable String validator) {
        return validator == null || validator.length() > most ? null : validator;
    }
}
