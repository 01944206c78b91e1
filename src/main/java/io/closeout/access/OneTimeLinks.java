package io.closeout.access;

import io.closeout.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that work once and for a day. Only their digests are kept; a new one for the same end kills the older. */
@Repository
class OneTimeLinks {

    static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Purpose {
        SET_UP,
        PASSWORD
    }

    /** @return the secret that the link carries */
    String issue(Purpose purpose, @Nullable String personId) {
        revoke(purpose, personId);
        String secret = Secrets.next();
        Instant now = clock.instant();
        jdbc.sql(
                        "insert into one_time_link (digest, purpose, person_id, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(Sha256.of(secret), purpose.name(), personId, Accounts.utc(now), Accounts.utc(now.plus(VALID)))
                .update();
        return secret;
    }

    boolean isLive(Purpose purpose, String secret) {
        return find(purpose, secret).isPresent();
    }

    /** Whose link it is; empty if there is no such link, it is too old or for something else. */
    Optional<String> personOf(String secret) {
        return find(Purpose.PASSWORD, secret)
                .map(digest -> jdbc.sql("select person_id from one_time_link where digest = ?")
                        .param(digest)
                        .query(String.class)
                        .single());
    }

    /** False if it was not live, or someone else used it in this moment. */
    boolean use(Purpose purpose, String secret) {
        return find(purpose, secret)
                .map(digest -> jdbc.sql("delete from one_time_link where digest = ?")
                        .param(digest)
                        .update())
                .filter(deleted -> deleted == 1)
                .isPresent();
    }

    void revoke(Purpose purpose, @Nullable String personId) {
        jdbc.sql("delete from one_time_link where purpose = ? and (person_id = ? or person_id is null)")
                .params(purpose.name(), personId)
                .update();
    }

    private Optional<String> find(Purpose purpose, String secret) {
        OffsetDateTime now = Accounts.utc(clock.instant());
        return jdbc.sql("select digest from one_time_link where digest = ? and purpose = ? and expires_at > ?")
                .params(Sha256.of(secret), purpose.name(), now)
                .query(String.class)
                .optional();
    }
}
