package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.shared.NotFound;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Every change of an item goes through here: what differs goes to the ledger, and timers hear when something they count from moved. */
@Component
class ItemChanges {

    private final PoamItems items;
    private final ItemHistory history;
    private final MilestoneChanges milestoneChanges;
    private final ApplicationEventPublisher events;

    ItemChanges(
            PoamItems items, ItemHistory history, MilestoneChanges milestoneChanges, ApplicationEventPublisher events) {
        this.items = items;
        this.history = history;
        this.milestoneChanges = milestoneChanges;
        this.events = events;
    }

    PoamItem get(PoamId id) {
        return items.findById(id.text()).orElseThrow(() -> NotFound.of("POA&M item", id));
    }

    /** @param kind of the ledger's event */
    void change(PoamId id, String kind, Actor by, @Nullable String reason, Consumer<PoamItem> doing) {
        PoamItem item = get(id);
        Map<String, String> before = ItemHistory.facts(item);
        Clocked clocked = Clocked.of(item);
        doing.accept(item);
        milestoneChanges.append(id, item.takeMilestoneChanges());
        history.changed(item, kind, before, by, reason);
        if (item.stage() != Stage.DONE && !clocked.equals(Clocked.of(item))) {
            events.publishEvent(new ItemDatesMoved(id));
        }
    }

    /** What the next notice is counted from. */
    private record Clocked(
            Stage stage,
            LocalDate since,
            LocalDate due,
            LocalDate inTimeUntil,
            Optional<LocalDate> milestone,
            Severity priority) {

        static Clocked of(PoamItem item) {
            return new Clocked(
                    item.stage(),
                    item.stageSince(),
                    item.due(),
                    item.inTimeUntil(),
                    item.nextMilestone().map(Milestone::due),
                    item.priority());
        }
    }
}
