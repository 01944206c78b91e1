package io.closeout.workflow.status;

import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.policy.RoundNotices.Round;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRounds;
import io.closeout.workflow.RoundReminders;
import io.closeout.workflow.RoundReminders.Waiting;
import io.closeout.workflow.Step;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${statusRound.owner(execution)}}, {@code ${statusRound.owners(execution)}}, {@code ${statusRound.due(execution)}} and
 * {@code ${statusRound.nextNotice(execution)}}: whom a round asks and until when.
 */
@Step("statusRound")
public class RoundDesk {

    private final StatusRounds rounds;
    private final RoundReminders reminders;
    private final People people;

    RoundDesk(StatusRounds rounds, RoundReminders reminders, People people) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.people = people;
    }

    /** Null once the owner has left, and for whom the ISSM then speaks. */
    public @Nullable String owner(DelegateExecution execution) {
        return present(round(execution)).map(Person::id).orElse(null);
    }

    /** As {@link #owner}, for the candidates: the owner may give the task to the ISSM and take it back. */
    public List<String> owners(DelegateExecution execution) {
        return present(round(execution)).map(Person::id).stream().toList();
    }

    public Date due(DelegateExecution execution) {
        return reminders.dueAt(waiting(round(execution)));
    }

    /** When the next reminder or escalation is due, by the table {@code roundNotices}. */
    public Date nextNotice(DelegateExecution execution) {
        return reminders.nextAt(waiting(round(execution)));
    }

    void remind(long id) {
        StatusRound round = rounds.get(id);
        reminders.tell(waiting(round), audience -> audience(audience, round), text(round));
    }

    private String audience(String word, StatusRound round) {
        return switch (word) {
            case "owner" -> present(round).map(Person::id).orElse(Group.ISSM.id());
            case "leadership" -> Group.LEADERSHIP.id();
            default -> Group.ISSM.id();
        };
    }

    private String text(StatusRound round) {
        int items = rounds.itemsOf(round).size();
        String name = people.find(round.ownerId()).map(Person::name).orElse(round.ownerId());
        return "%s is asked how %s; the answer is due on %s."
                .formatted(name, items == 1 ? "an item stands" : items + " items stand", round.due());
    }

    private Optional<Person> present(StatusRound round) {
        return people.find(round.ownerId()).filter(Person::enabled);
    }

    private StatusRound round(DelegateExecution execution) {
        return rounds.get(RoundOf.execution(execution));
    }

    private static Waiting waiting(StatusRound round) {
        return new Waiting(Round.STATUS, round.subject(), round.openedOn(), round.due());
    }
}
