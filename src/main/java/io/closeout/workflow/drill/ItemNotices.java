package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.policy.Decisions;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamItem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every open item is spoken of on every day that a row of {@code notices} names for its stage and priority. Where rows meet on a day, the
 * most urgent one speaks for all; of equally urgent ones the first in the table.
 */
@Component
@Profile("drill")
@Order(1)
class ItemNotices implements Exercise {

    private final Decisions decisions;
    private final HeldItems items;

    ItemNotices(Decisions decisions, HeldItems items) {
        this.decisions = decisions;
        this.items = items;
    }

    @Override
    public String title() {
        return "Open items are held to their deadline, accepted ones to their milestones";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return Stream.concat(items.open(), items.accepted().filter(ItemNotices::hasMilestone))
                .flatMap(item -> notice(item, day))
                .toList();
    }

    private Stream<Expected> notice(PoamItem item, LocalDate day) {
        return TableRow.all(decisions, "notices", inputs(item))
                .filter(row -> row.fallsOn(day, anchor(row.word("anchor"), item), "offsetDays", "repeatDays"))
                .max(Comparator.comparing(row -> row.number("rank")))
                .map(row -> new Expected(
                        day,
                        item.id().subject(),
                        Channel.NOTICE,
                        row.word("kind"),
                        audience(row.word("audience"), item),
                        row.word("source")))
                .stream();
    }

    private static boolean hasMilestone(PoamItem item) {
        return item.status() == ItemStatus.RISK_ACCEPTED && item.nextMilestone().isPresent();
    }

    private static Map<String, String> inputs(PoamItem item) {
        return Map.of("stage", item.stage().name(), "priority", item.priority().name());
    }

    private static LocalDate anchor(String word, PoamItem item) {
        return switch (word) {
            case "DETECTED" -> item.detectedOn();
            case "STAGE" -> item.stageSince();
            default -> hasMilestone(item) ? item.nextMilestone().orElseThrow().due() : item.inTimeUntil();
        };
    }

    private static String audience(String word, PoamItem item) {
        return switch (word) {
            case "owner" -> item.ownerId().orElse(item.ownerGroup());
            case "ownerGroup" -> item.ownerGroup();
            case "leadership" -> Group.LEADERSHIP.id();
            default -> Group.ISSM.id();
        };
    }
}
