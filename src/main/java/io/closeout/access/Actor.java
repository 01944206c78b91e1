package io.closeout.access;

import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who does something and through what, as services are told and as the ledger records it.
 *
 * @param id the person's id, or {@code system}
 * @param via {@code page}, {@code tasklist}, {@code api}, {@code engine-rest}, {@code import}, {@code timer} …
 */
public record Actor(String id, Set<Group> groups, String via) {

    public Actor {
        groups = Set.copyOf(groups);
    }

    /** The program itself, acting on a clock or a scan. It is in no group: it decides nothing that a person must. */
    public static Actor system(String via) {
        return new Actor("system", Set.of(), via);
    }

    public boolean isSystem() {
        return id.equals("system");
    }

    public boolean isIn(Group group) {
        return groups.contains(group);
    }

    /** @throws Refused naming the groups that may, if this actor is in none of them */
    public void mustBeIn(String doing, Group... allowed) {
        if (Arrays.stream(allowed).noneMatch(this::isIn)) {
            String who = Arrays.stream(allowed).map(Group::label).collect(Collectors.joining(" or "));
            throw Refused.because("Only " + who + " may " + doing + ".");
        }
    }
}
