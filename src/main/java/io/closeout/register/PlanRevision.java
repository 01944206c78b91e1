package io.closeout.register;

import io.closeout.register.MilestoneChange.Kind;
import io.closeout.register.Plan.PlannedMilestone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the milestones of an item in line with a plan. The first plan makes them; a later one keeps those that it names by
 * the same words, drops the others unless they are done, and adds what is new under numbers of its own. Each difference from
 * the first plan is a change; no milestone is ever removed or rewritten.
 */
final class PlanRevision {

    private final List<Milestone> milestones;
    private final String by;
    private final LocalDate today;
    private final List<MilestoneChange> changes = new ArrayList<>();

    /** @param milestones the item's own list, to which new ones are added */
    PlanRevision(List<Milestone> milestones, String by, LocalDate today) {
        this.milestones = milestones;
        this.by = by;
        this.today = today;
    }

    List<MilestoneChange> to(List<PlannedMilestone> plan) {
        boolean first = milestones.isEmpty();
        List<Milestone> unnamed =
                new ArrayList<>(milestones.stream().filter(Milestone::stands).toList());
        for (PlannedMilestone planned : plan) {
            unnamed.stream()
                    .filter(each -> each.description().equals(planned.description()))
                    .findFirst()
                    .ifPresentOrElse(
                            same -> {
                                unnamed.remove(same);
                                keep(same, planned.due());
                            },
                            () -> add(planned, first));
        }
        unnamed.stream().filter(each -> each.completedOn().isEmpty()).forEach(this::drop);
        return changes;
    }

    private void keep(Milestone milestone, LocalDate due) {
        if (!milestone.due().equals(due)) {
            note(milestone, Kind.MOVED, "due " + due + " instead of " + milestone.due());
            milestone.moveTo(due);
        }
    }

    private void add(PlannedMilestone planned, boolean first) {
        Milestone milestone = new Milestone(milestones.size() + 1, planned);
        milestones.add(milestone);
        if (!first) {
            note(milestone, Kind.ADDED, "added, due " + milestone.due());
        }
    }

    private void drop(Milestone milestone) {
        milestone.drop(today);
        note(milestone, Kind.DROPPED, "dropped, was due " + milestone.due());
    }

    private void note(Milestone milestone, Kind kind, String description) {
        changes.add(new MilestoneChange(milestone.number(), kind, today, by, description));
    }
}
