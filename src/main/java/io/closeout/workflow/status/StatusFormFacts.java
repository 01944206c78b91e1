package io.closeout.workflow.status;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.review.status.DueItem;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRounds;
import io.closeout.workflow.FormFacts;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.UpdateStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form of a round shows: the items that are due for a word as it opens. Keys are part of the form's contract. */
@Component
class StatusFormFacts implements RequestFacts {

    private final StatusRounds rounds;
    private final People people;

    StatusFormFacts(StatusRounds rounds, People people) {
        this.rounds = rounds;
        this.people = people;
    }

    @Override
    public String process() {
        return UpdateStatus.KEY;
    }

    @Override
    public Optional<String> title(String roundId) {
        return Optional.of(owner(round(roundId)));
    }

    @Override
    public List<String> prefilled() {
        return List.of(UpdateStatus.WORDS, UpdateStatus.MORE_TIME);
    }

    @Override
    public Map<String, Object> facts(String roundId) {
        StatusRound round = round(roundId);
        List<DueItem> items = rounds.itemsOf(round);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("owner", owner(round));
        facts.put("due", round.due().toString());
        facts.put("count", items.size());
        facts.put("choices", items.stream().map(StatusFormFacts::choice).toList());
        facts.put(
                FormFacts.DEFAULTS,
                Map.of(
                        UpdateStatus.WORDS,
                                items.stream().map(StatusFormFacts::row).toList(),
                        UpdateStatus.MORE_TIME, List.of(Map.of())));
        return facts;
    }

    /** A row opens with what was said last; how it stands is to be said anew. */
    private static Map<String, Object> row(DueItem item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(UpdateStatus.ITEM, item.id().text());
        row.put("title", item.title());
        row.put(
                "about",
                "%s · %s · due %s · last heard of %s"
                        .formatted(item.priority().label(), item.status(), item.due(), item.heardOn()));
        row.put(UpdateStatus.PERCENT, item.percent() == null ? 0 : item.percent());
        if (item.blocker() != null) {
            row.put(UpdateStatus.BLOCKER, item.blocker());
        }
        return row;
    }

    private static Map<String, Object> choice(DueItem item) {
        return Map.of("value", item.id().text(), "label", item.id() + ": " + item.title());
    }

    private String owner(StatusRound round) {
        return people.find(round.ownerId()).map(Person::name).orElse(round.ownerId());
    }

    private StatusRound round(String id) {
        return rounds.get(Long.parseLong(id));
    }
}
