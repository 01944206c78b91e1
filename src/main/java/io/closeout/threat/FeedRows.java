package io.closeout.threat;

import io.closeout.threat.reading.Problem;
import io.closeout.threat.reading.Problems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which files were taken, and which of them counts for each feed. */
@Repository
@Transactional
class FeedRows {

    private static final String RELEASE = "select r.id, r.feed, r.file_name, r.digest, r.feed_version, r.released_at,"
            + " r.newest_on, r.entries, r.changed, r.problem_count, r.taken_at, r.taken_by, r.reassessed, r.shortened,"
            + " r.not_reassessed from threat_release r";

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_LIST = 2000;

    private final JdbcClient jdbc;

    FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the transaction nobody else takes a file of this feed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Release> hold(Feed feed) {
        jdbc.sql("select feed from threat_feed where feed = ? for update")
                .param(feed.name())
                .query(String.class)
                .single();
        return current(feed);
    }

    public Optional<Release> current(Feed feed) {
        return jdbc.sql(RELEASE + " join threat_feed f on f.release_id = r.id where f.feed = ?")
                .param(feed.name())
                .query(FeedRows::release)
                .optional();
    }

    /** The version that counts for each feed; feeds of which nothing was taken are missing. */
    public Map<Feed, Version> versions() {
        Map<Feed, Version> versions = new EnumMap<>(Feed.class);
        jdbc.sql("select f.feed, r.id, r.feed_version from threat_feed f join threat_release r on r.id = f.release_id")
                .query(row -> {
                    versions.put(
                            Feed.valueOf(row.getString("feed")),
                            new Version(row.getLong("id"), row.getString("feed_version")));
                });
        return versions;
    }

    /** @param release its id, which is never given twice, also not after a rollback */
    record Version(long release, String name) {}

    /** Newest first. */
    public List<Release> latest(int most) {
        return jdbc.sql(RELEASE + " order by r.id desc fetch first ? rows only")
                .param(most)
                .query(FeedRows::release)
                .list();
    }

    public Release get(long id) {
        return jdbc.sql(RELEASE + " where r.id = ?")
                .param(id)
                .query(FeedRows::release)
                .single();
    }

    public List<Broken> problems(long release) {
        return jdbc.sql("select place, reason from threat_problem where release_id = ? order by id")
                .param(release)
                .query(Broken.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public long insert(Arrival arrival, String version, @Nullable Instant released, @Nullable LocalDate newest) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into threat_release (feed, file_name, digest, feed_version, released_at, newest_on, entries, changed,"
                                + " taken_at, taken_by) values (?, ?, ?, ?, ?, ?, 0, 0, ?, ?)")
                .params(
                        arrival.feed().name(),
                        shortened(arrival.name()),
                        arrival.digest(),
                        version,
                        released == null ? null : released.atOffset(ZoneOffset.UTC),
                        newest,
                        arrival.at().atOffset(ZoneOffset.UTC),
                        arrival.by().id())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** From now on this release counts, and open items are to be looked at again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(Feed feed, long release, int entries, int changed, Problems problems) {
        jdbc.sql("update threat_release set entries = ?, changed = ?, problem_count = ? where id = ?")
                .params(entries, changed, problems.count(), release)
                .update();
        for (Problem each : problems.first()) {
            jdbc.sql("insert into threat_problem (release_id, place, reason) values (?, ?, ?)")
                    .params(release, each.place(), each.reason())
                    .update();
        }
        jdbc.sql("update threat_feed set release_id = ?, reassessed = ? where feed = ?")
                .params(release, feed == Feed.EPSS, feed.name())
                .update();
    }

    /** Open items are to be looked at again, for another reason than a new file. */
    public void needsReassessment(Feed feed) {
        jdbc.sql("update threat_feed set reassessed = false where feed = ?")
                .param(feed.name())
                .update();
    }

    public boolean isReassessed() {
        return jdbc.sql("select count(*) from threat_feed where reassessed = false")
                        .query(Long.class)
                        .single()
                == 0;
    }

    public void reassessed(Feed feed) {
        jdbc.sql("update threat_feed set reassessed = true where feed = ?")
                .param(feed.name())
                .update();
    }

    public void reassessed(long release, Reassessment.Outcome outcome) {
        jdbc.sql("update threat_release set reassessed = ?, shortened = ?, not_reassessed = ? where id = ?")
                .params(
                        outcome.items(),
                        outcome.shortened(),
                        outcome.failed().isEmpty() ? null : listed(outcome.failed()),
                        release)
                .update();
    }

    private static String listed(List<String> items) {
        String text = String.join(" ", items);
        return text.length() <= LONGEST_LIST ? text : text.substring(0, text.lastIndexOf(' ', LONGEST_LIST - 2)) + " …";
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("id"),
                Feed.valueOf(row.getString("feed")),
                row.getString("file_name"),
                row.getString("digest"),
                row.getString("feed_version"),
                instant(row, "released_at"),
                row.getObject("newest_on", LocalDate.class),
                row.getInt("entries"),
                row.getInt("changed"),
                row.getInt("problem_count"),
                Objects.requireNonNull(instant(row, "taken_at")),
                row.getString("taken_by"),
                row.getObject("reassessed", Integer.class),
                row.getObject("shortened", Integer.class),
                words(row.getString("not_reassessed")));
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
