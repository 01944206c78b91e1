package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of a signed-off plan that are done before the whole is, also while the risk is accepted. */
@Service
@Transactional
public class MilestoneProgress {

    private final ItemChanges changes;
    private final PolicyCalendar calendar;

    MilestoneProgress(ItemChanges changes, PolicyCalendar calendar) {
        this.changes = changes;
        this.calendar = calendar;
    }

    /**
     * Done today.
     *
     * @throws Refused for whoever does not work on the item, and without a signed-off plan that goes on
     */
    public void complete(PoamId id, int number, Actor by) {
        PoamItem item = changes.get(id);
        if (!worksOn(item, by)) {
            throw Refused.because(
                    "Only the owner of " + id + ", its owner group or the ISSM may say that a milestone is done.");
        }
        if (item.hasEnded() || item.plannedCompletion().isEmpty()) {
            throw Refused.because(id + " has no signed-off plan that goes on.");
        }
        changes.change(
                id,
                "milestoneCompleted",
                by,
                null,
                each -> each.completeMilestone(number, calendar.today(), by.id(), calendar.today()));
    }

    private static boolean worksOn(PoamItem item, Actor by) {
        return by.isIn(Group.ISSM)
                || item.ownerId().filter(by.id()::equals).isPresent()
                || Group.withId(item.ownerGroup()).filter(by::isIn).isPresent();
    }
}
