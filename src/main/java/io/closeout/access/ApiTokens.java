package io.closeout.access;

import io.closeout.shared.NotFound;
import io.closeout.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of scripts. Everybody makes and revokes their own; a token can do no more than its person. */
@Service
@Transactional
public class ApiTokens {

    /** Last use is noted to the minute: a busy script does not write a row per call. */
    private static final Duration USE_NOTED_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    public IssuedToken create(NewToken newToken, Actor by) {
        String secret = "co_" + Secrets.next();
        return new IssuedToken(store(newToken, secret, by), secret);
    }

    /** Newest first, those that ended too. */
    @Transactional(readOnly = true)
    public List<ApiToken> of(String personId) {
        return jdbc.sql("select * from api_token where person_id = ? order by id desc")
                .param(personId)
                .query(ApiTokens::token)
                .list();
    }

    /** @throws NotFound if there is no such token, or it is someone else's */
    public void revoke(long id, Actor by) {
        ApiToken token = of(by.id()).stream()
                .filter(own -> own.id() == id)
                .findFirst()
                .orElseThrow(() -> NotFound.of("token", id));
        int revoked = jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                .params(Accounts.utc(clock.instant()), id)
                .update();
        if (revoked == 1) {
            events.publishEvent(new TokenRevoked(token, by));
        }
    }

    /** Who comes with this secret; empty if it is unknown, expired or revoked, or its person has left. */
    public Optional<TokenAuthentication> authenticate(String secret) {
        Instant now = clock.instant();
        return jdbc.sql("select * from api_token where digest = ?")
                .param(Sha256.of(secret))
                .query(ApiTokens::token)
                .optional()
                .filter(token -> token.isLiveAt(now))
                .flatMap(token ->
                        people.find(token.personId()).filter(Person::enabled).map(person -> use(token, person, now)));
    }

    ApiToken store(NewToken newToken, String secret, Actor by) {
        Instant now = clock.instant();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into api_token (person_id, name, digest, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(by.id(), newToken.name(), Sha256.of(secret), TokenScope.text(newToken.scopes()))
                .params(Accounts.utc(now), Accounts.utc(now.plus(Duration.ofDays(newToken.days()))))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        ApiToken token =
                of(by.id()).stream().filter(own -> own.id() == id).findFirst().orElseThrow();
        events.publishEvent(new TokenCreated(token, by));
        return token;
    }

    private TokenAuthentication use(ApiToken token, Person person, Instant now) {
        Instant lastUsed = token.lastUsedAt();
        if (lastUsed == null || lastUsed.isBefore(now.minus(USE_NOTED_AFTER))) {
            jdbc.sql("update api_token set last_used_at = ? where id = ?")
                    .params(Accounts.utc(now), token.id())
                    .update();
        }
        return new TokenAuthentication(new SignedIn(person, now), token.scopes());
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("person_id"),
                row.getString("name"),
                TokenScope.parse(row.getString("scopes")),
                Objects.requireNonNull(Accounts.instant(row, "created_at")),
                Objects.requireNonNull(Accounts.instant(row, "expires_at")),
                Accounts.instant(row, "revoked_at"),
                Accounts.instant(row, "last_used_at"));
    }
}
