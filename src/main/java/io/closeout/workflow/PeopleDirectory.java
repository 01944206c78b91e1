package io.closeout.workflow;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.workflow.identity.Directory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lends the accounts of {@code access} to the engine; who is disabled cannot be assigned anything. */
@Component
class PeopleDirectory implements Directory {

    private final People people;

    PeopleDirectory(People people) {
        this.people = people;
    }

    @Override
    public List<Entry> people() {
        return people.all().stream()
                .filter(Person::enabled)
                .map(person -> new Entry(person.id(), person.name(), person.email(), person.groups()))
                .toList();
    }
}
