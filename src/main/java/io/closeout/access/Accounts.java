package io.closeout.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code person} and {@code membership}. */
@Repository
class Accounts {

    private static final String SELECT = """
            select p.id, p.name, p.email, p.password_hash, p.enabled, p.failed_attempts, p.locked_until,
                   p.last_sign_in, p.access_changed_at, m.group_id
              from person p
              left join membership m on m.person_id = p.id
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String id) {
        return jdbc.sql(SELECT + " where p.id = ?").param(id).query(Accounts::accounts).stream()
                .findFirst();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + " order by lower(p.name), p.id").query(Accounts::accounts);
    }

    void insert(NewPerson person, @Nullable String passwordHash, Instant now) {
        jdbc.sql("insert into person (id, name, email, password_hash, enabled, created_at, access_changed_at)"
                        + " values (?, ?, ?, ?, true, ?, ?)")
                .params(person.id(), person.name(), person.email(), passwordHash, utc(now), utc(now))
                .update();
        insertGroups(person.id(), person.groups());
    }

    void update(Person person, Instant accessChangedAt) {
        jdbc.sql("update person set name = ?, email = ?, enabled = ?, access_changed_at = ? where id = ?")
                .params(person.name(), person.email(), person.enabled(), utc(accessChangedAt), person.id())
                .update();
        jdbc.sql("delete from membership where person_id = ?")
                .param(person.id())
                .update();
        insertGroups(person.id(), person.groups());
    }

    void storePassword(String id, String hash, Instant now) {
        jdbc.sql("update person set password_hash = ?, failed_attempts = 0, locked_until = null, access_changed_at = ?"
                        + " where id = ?")
                .params(hash, utc(now), id)
                .update();
    }

    /** False if another attempt came between. */
    boolean countAttempt(String id, int before, @Nullable Instant lockedUntil) {
        return jdbc.sql("update person set failed_attempts = ?, locked_until = ? where id = ? and failed_attempts = ?")
                        .params(before + 1, lockedUntil == null ? null : utc(lockedUntil), id, before)
                        .update()
                == 1;
    }

    void signedIn(String id, Instant now) {
        jdbc.sql("update person set failed_attempts = 0, locked_until = null, last_sign_in = ? where id = ?")
                .params(utc(now), id)
                .update();
    }

    private void insertGroups(String id, Collection<Group> groups) {
        groups.forEach(group -> jdbc.sql("insert into membership (person_id, group_id) values (?, ?)")
                .params(id, group.id())
                .update());
    }

    /** One row per membership, or one without a group. */
    private static List<Account> accounts(ResultSet rows) throws SQLException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        while (rows.next()) {
            accounts.merge(rows.getString("id"), account(rows), Account::withGroupsOf);
        }
        return List.copyOf(accounts.values());
    }

    private static Account account(ResultSet row) throws SQLException {
        Person person = new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getString("group_id")).flatMap(Group::withId).stream()
                        .collect(Collectors.toSet()),
                row.getBoolean("enabled"));
        return new Account(
                person,
                row.getString("password_hash"),
                row.getInt("failed_attempts"),
                instant(row, "locked_until"),
                instant(row, "last_sign_in"),
                row.getObject("access_changed_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
