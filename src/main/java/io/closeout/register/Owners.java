package io.closeout.register;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can own an item: somebody who is here and works items. */
@Component
class Owners {

    private final People people;

    Owners(People people) {
        this.people = people;
    }

    /** @throws Refused for somebody who could never complete the item's tasks; nobody at all is fine */
    void mustBeAbleToOwn(@Nullable String personId) {
        if (personId == null) {
            return;
        }
        Person person = people.find(personId)
                .filter(Person::enabled)
                .orElseThrow(() -> Refused.because(
                        "There is nobody named \"" + personId + "\" who could own the item. Choose somebody else."));
        if (!person.isIn(Group.REMEDIATOR, Group.ISSM)) {
            throw Refused.because(
                    person.name() + " is neither IT staff nor ISSM and cannot work items. Choose somebody else.");
        }
    }
}
