package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.policy.Decisions;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamItem;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRounds;
import io.closeout.workflow.UpdateStatus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On working days, owners of planned work are asked how it stands as often as {@code statusCadence} says. In the sample portfolio nobody
 * ever says a word of themselves, so an item was heard of last when it came to its stage. While a vendor is waited for, it is the vendor who
 * is asked.
 */
@Component
@Profile("drill")
@Order(3)
class StatusIsAsked implements Exercise {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<ItemStatus> ASKED_ABOUT = EnumSet.of(ItemStatus.PLANNED, ItemStatus.IN_PROGRESS);

    private final Decisions decisions;
    private final RoundTable table;
    private final StatusRounds rounds;
    private final HeldItems items;

    StatusIsAsked(Decisions decisions, RoundTable table, StatusRounds rounds, HeldItems items) {
        this.decisions = decisions;
        this.table = table;
        this.rounds = rounds;
        this.items = items;
    }

    @Override
    public String title() {
        return "Owners are asked how their items stand";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return Stream.concat(asked(day), rounds.open().stream().flatMap(round -> notice(round, day)))
                .toList();
    }

    private Stream<Expected> asked(LocalDate day) {
        if (WEEKEND.contains(day.getDayOfWeek())) {
            return Stream.empty();
        }
        return items.open()
                .filter(item -> isDueForAWord(item, day))
                .map(PoamItem::ownerId)
                .flatMap(Optional::stream)
                .distinct()
                .filter(owner -> rounds.openFor(owner).isEmpty())
                .map(owner -> new Expected(
                        day,
                        UpdateStatus.KEY,
                        Channel.TASK,
                        UpdateStatus.TASK_UPDATE_STATUS,
                        owner,
                        "statusCadence: items of this owner are due for a word"));
    }

    private boolean isDueForAWord(PoamItem item, LocalDate day) {
        return ASKED_ABOUT.contains(item.status())
                && item.vendorWaitUntil().isEmpty()
                && TableRow.all(
                                decisions,
                                "statusCadence",
                                Map.of("priority", item.priority().name(), "vendorDependent", false))
                        .anyMatch(row -> !item.stageSince()
                                .plusDays(row.number("everyDays"))
                                .isAfter(day));
    }

    private Stream<Expected> notice(StatusRound round, LocalDate day) {
        return table
                .notice("STATUS", round.subject(), round.openedOn(), round.due(), word -> audience(word, round), day)
                .stream();
    }

    private static String audience(String word, StatusRound round) {
        return switch (word) {
            case "owner" -> round.ownerId();
            case "leadership" -> Group.LEADERSHIP.id();
            default -> Group.ISSM.id();
        };
    }
}
