package io.closeout.register;

import io.closeout.register.MilestoneChange.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Brings the milestones of a plan in line with a new date for its end, which the vendor's release set. */
final class MilestoneShift {

    private final List<Milestone> plan;
    private final String by;
    private final LocalDate today;

    /** @param plan never empty: it was signed off */
    MilestoneShift(List<Milestone> plan, String by, LocalDate today) {
        this.plan = plan;
        this.by = by;
        this.today = today;
    }

    /** The last milestone stands for the plan and moves with it unless it is done; earlier ones move if they would come after it. */
    List<MilestoneChange> to(LocalDate end, LocalDate before, String why) {
        List<MilestoneChange> changes = new ArrayList<>();
        Milestone last = plan.get(plan.size() - 1);
        plan.stream()
                .filter(each -> each != last && isOpen(each) && each.due().isAfter(end))
                .forEach(each -> {
                    changes.add(change(each, "due " + end + " instead of " + each.due() + ": " + why));
                    each.moveTo(end);
                });
        changes.add(change(last, "planned completion " + end + " instead of " + before + ": " + why));
        if (isOpen(last)) {
            last.moveTo(end);
        }
        return changes;
    }

    private static boolean isOpen(Milestone milestone) {
        return milestone.completedOn().isEmpty();
    }

    private MilestoneChange change(Milestone milestone, String description) {
        return new MilestoneChange(milestone.number(), Kind.RELEASED, today, by, description);
    }
}
