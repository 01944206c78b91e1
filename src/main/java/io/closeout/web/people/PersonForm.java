package io.closeout.web.people;

import io.closeout.access.Group;
import io.closeout.access.NewPerson;
import io.closeout.access.Person;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** @param groups ids; unknown ones are ignored */
record PersonForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable Set<String> groups) {

    static PersonForm blank(Group... groups) {
        return new PersonForm("", "", "", ids(Set.of(groups)));
    }

    static PersonForm of(Person person) {
        return new PersonForm(person.id(), person.name(), person.email(), ids(person.groups()));
    }

    boolean isBlank() {
        return !StringUtils.hasText(id) && !StringUtils.hasText(name);
    }

    NewPerson person() {
        return new NewPerson(text(id), text(name), email, chosen());
    }

    Set<Group> chosen() {
        return groups == null
                ? Set.of()
                : groups.stream().flatMap(group -> Group.withId(group).stream()).collect(Collectors.toSet());
    }

    static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static Set<String> ids(Collection<Group> groups) {
        return groups.stream().map(Group::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
