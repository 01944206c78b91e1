package io.closeout.review.acceptance;

import io.closeout.access.Group;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What each signer saw, with its digest. Rows are only added. */
@Repository
class Sights {

    private final JdbcClient jdbc;

    Sights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody saw who signed.
     *
     * @param digest of the facts
     */
    record Sight(Group level, String by, Instant at, String digest) {}

    void add(long request, Group level, String by, SeenFacts facts, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into acceptance_sight (request_id, signed_as, seen_by, seen_at, digest)"
                        + " values (:request, :level, :by, :now, :digest)")
                .param("request", request)
                .param("level", level.id())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digest", facts.digest())
                .update(id, "id");
        int position = 0;
        for (Map.Entry<String, String> fact : facts.byName().entrySet()) {
            jdbc.sql("insert into acceptance_sight_fact (sight_id, position_no, fact, content) values (?, ?, ?, ?)")
                    .params(id.getKeyAs(Long.class), position++, fact.getKey(), fact.getValue())
                    .update();
        }
    }

    /** What the level saw last. */
    Optional<SeenFacts> latest(long request, Group level) {
        Map<String, String> facts = new LinkedHashMap<>();
        jdbc.sql(
                        "select fact, content from acceptance_sight_fact where sight_id ="
                                + " (select max(id) from acceptance_sight where request_id = ? and signed_as = ?) order by position_no")
                .params(request, level.id())
                .query(row -> {
                    facts.put(row.getString("fact"), row.getString("content"));
                });
        return facts.isEmpty() ? Optional.empty() : Optional.of(new SeenFacts(facts));
    }

    /** Whose signature stands under facts that may have changed since. */
    List<Group> levels(long request) {
        return new ArrayList<>(jdbc.sql("select distinct signed_as from acceptance_sight where request_id = ?")
                .param(request)
                .query((row, number) -> Group.withId(row.getString("signed_as")).orElseThrow())
                .list());
    }

    /** Oldest first. */
    List<Sight> of(long request) {
        return jdbc.sql("select * from acceptance_sight where request_id = ? order by id")
                .param(request)
                .query((row, number) -> new Sight(
                        Group.withId(row.getString("signed_as")).orElseThrow(),
                        row.getString("seen_by"),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("digest")))
                .list();
    }
}
