package io.closeout.exchange;

import io.closeout.exchange.reader.ReadChange;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadMilestone;
import io.closeout.register.ItemTakeover.KnownMilestone;
import io.closeout.register.MilestoneChange;
import io.closeout.shared.Shortened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of a row as the register keeps them, with numbers of their own.
 *
 * @param undated what has no date and can be no milestone, in words for the comments; empty for nothing
 */
record PlanSteps(List<KnownMilestone> milestones, List<MilestoneChange> changes, String undated, List<String> notes) {

    private static final int LONGEST = 2000;

    /** Whoever changed it there is not known here. */
    private static final String ELSEWHERE = "workbook";

    static PlanSteps of(ReadItem read, LocalDate today) {
        List<KnownMilestone> milestones = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        Map<Integer, Integer> numbers = new TreeMap<>();
        for (ReadMilestone each : read.milestones()) {
            LocalDate due = each.due() == null ? read.days().plannedCompletion() : each.due();
            if (due == null) {
                undated.add("Milestone without a date: " + each.text());
                continue;
            }
            milestones.add(new KnownMilestone(
                    text(each, milestones.size() + 1), due, done(each, read.changes()), each.droppedOn()));
            numbers.putIfAbsent(each.number(), milestones.size());
        }
        List<String> notes = undated.isEmpty()
                ? List.of()
                : List.of(undated.size() + " of its milestones have no date; they are kept in the comments");
        return new PlanSteps(milestones, changes(read.changes(), numbers, today), String.join("\n", undated), notes);
    }

    private static String text(ReadMilestone milestone, int number) {
        return milestone.text().isBlank() ? "Milestone " + number : Shortened.to(LONGEST, milestone.text());
    }

    private static @Nullable LocalDate done(ReadMilestone milestone, List<ReadChange> changes) {
        return milestone.completedOn() != null || milestone.number() == 0
                ? milestone.completedOn()
                : changes.stream()
                        .filter(each -> each.kind() == ReadChange.Kind.COMPLETE)
                        .filter(each -> each.number() == milestone.number() && each.on() != null)
                        .map(ReadChange::on)
                        .findFirst()
                        .orElse(null);
    }

    private static List<MilestoneChange> changes(
            List<ReadChange> changes, Map<Integer, Integer> numbers, LocalDate today) {
        return changes.stream()
                .map(each -> new MilestoneChange(
                        numbers.getOrDefault(each.number(), each.number()),
                        kind(each.kind()),
                        each.on() == null ? today : each.on(),
                        ELSEWHERE,
                        Shortened.to(LONGEST, each.text())))
                .toList();
    }

    private static MilestoneChange.Kind kind(ReadChange.Kind kind) {
        return switch (kind) {
            case NEW -> MilestoneChange.Kind.ADDED;
            case UPDATE -> MilestoneChange.Kind.MOVED;
            case COMPLETE -> MilestoneChange.Kind.COMPLETED;
        };
    }
}
