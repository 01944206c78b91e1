package io.closeout.workflow.identity;

import io.closeout.access.People;
import io.closeout.access.Person;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine sees the accounts of {@code access}; leavers are not shown and get no tasks. */
@Component
class PeopleDirectory implements Directory {

    private final People people;

    PeopleDirectory(@Lazy People people) {
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
