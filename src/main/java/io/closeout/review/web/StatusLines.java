package io.closeout.review.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.review.status.StatusUpdate;
import io.closeout.review.status.StatusUpdates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts names to words on items. */
@Component
class StatusLines {

    private final StatusUpdates updates;
    private final People people;

    StatusLines(StatusUpdates updates, People people) {
        this.updates = updates;
        this.people = people;
    }

    /** @param givenBy name of the person */
    public record StatusLine(StatusUpdate update, String givenBy) {}

    /** Newest first. */
    List<StatusLine> of(PoamId item) {
        return updates.of(item).stream()
                .map(update -> new StatusLine(
                        update, people.find(update.givenBy()).map(Person::name).orElse(update.givenBy())))
                .toList();
    }
}
