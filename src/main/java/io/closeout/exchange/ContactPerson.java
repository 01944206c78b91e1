package io.closeout.exchange;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.exchange.reader.ReadItem.Contact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who of the people here is meant by a point of contact. */
@Component
class ContactPerson {

    private final People people;

    ContactPerson(People people) {
        this.people = people;
    }

    /** By e-mail, or by the whole name; only somebody who can own items. */
    Optional<Person> of(Contact contact) {
        List<Person> owners = people.all().stream()
                .filter(Person::enabled)
                .filter(each -> each.isIn(Group.REMEDIATOR, Group.ISSM))
                .toList();
        List<String> words = Arrays.stream((contact.name() + "," + contact.address()).split("[,;\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return unique(owners.stream()
                        .filter(each -> each.email() != null && hasIgnoringCase(words, each.email()))
                        .toList())
                .or(() -> unique(owners.stream()
                        .filter(each -> hasIgnoringCase(words, each.name()))
                        .toList()));
    }

    private static Optional<Person> unique(List<Person> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean hasIgnoringCase(List<String> words, String wanted) {
        return words.stream().anyMatch(wanted::equalsIgnoreCase);
    }
}
