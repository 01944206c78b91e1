package io.closeout.access;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account. Who leaves is disabled, never deleted: the history names them for years.
 *
 * @param id what the person signs in with, also the engine's user id; never changes
 * @param groups in the order of {@link Group}
 */
public record Person(String id, String name, @Nullable String email, Set<Group> groups, boolean enabled)
        implements Serializable {

    public Person {
        groups = inOrder(groups);
    }

    public boolean isIn(Group... any) {
        return Arrays.stream(any).anyMatch(groups::contains);
    }

    public Actor through(String via) {
        return new Actor(id, groups, via);
    }

    public String groupLabels() {
        return groups.stream().map(Group::label).collect(Collectors.joining(", "));
    }

    private static Set<Group> inOrder(Collection<Group> groups) {
        return groups.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(groups));
    }
}
