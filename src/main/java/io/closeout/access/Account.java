package io.closeout.access;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person with what the sign-in needs to know; for the administrator's pages and this module.
 *
 * @param accessChangedAt sessions and tokens' sessions begun earlier have ended
 */
public record Account(
        Person person,
        @Nullable String passwordHash,
        int failedAttempts,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignIn,
        Instant accessChangedAt) {

    public boolean hasPassword() {
        return passwordHash != null;
    }

    boolean isPausedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    Account withGroupsOf(Account other) {
        Set<Group> groups = Stream.concat(person.groups().stream(), other.person.groups().stream())
                .collect(Collectors.toSet());
        Person both = new Person(person.id(), person.name(), person.email(), groups, person.enabled());
        return new Account(both, passwordHash, failedAttempts, lockedUntil, lastSignIn, accessChangedAt);
    }

    /** Without the hash: a record prints all it has. */
    @Override
    public String toString() {
        return "Account[" + person.id() + "]";
    }
}
