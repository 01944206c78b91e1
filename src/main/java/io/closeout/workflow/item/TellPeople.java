package io.closeout.workflow.item;

import io.closeout.access.Group;
import io.closeout.notify.Notices;
import io.closeout.policy.Notice;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Stage;
import io.closeout.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gives the notice that is due, once per item, kind and day; nothing if its date has moved away from the timer. */
@Step("tellPeople")
class TellPeople implements JavaDelegate {

    private final Register register;
    private final DeadlineDates dates;
    private final Notices notices;

    TellPeople(Register register, DeadlineDates dates, Notices notices) {
        this.register = register;
        this.dates = dates;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PoamItem item = register.get(ItemOf.execution(execution));
        dates.nextNotice(item)
                .filter(dates::isDue)
                .ifPresent(notice -> notices.tell(
                        item.id().subject(), notice.kind(), notice.date(), audience(notice, item), text(notice, item)));
    }

    private static String audience(Notice notice, PoamItem item) {
        return switch (notice.audience()) {
            case "owner" -> item.ownerId().orElse(item.ownerGroup());
            case "ownerGroup" -> item.ownerGroup();
            case "leadership" -> Group.LEADERSHIP.id();
            default -> Group.ISSM.id();
        };
    }

    private static String text(Notice notice, PoamItem item) {
        return item.stage() == Stage.ACCEPTED ? milestoneText(item) : itemText(item);
    }

    private static String itemText(PoamItem item) {
        String due = "%s: %s is due on %s.".formatted(item.id(), item.title(), item.due());
        return item.vendorWaitUntil()
                .map(until -> due + " It waits for its vendor, who is asked again by " + until + ".")
                .orElse(due);
    }

    private static String milestoneText(PoamItem item) {
        return item.nextMilestone()
                .map(next -> "%s: milestone %d (%s) of an accepted risk is due on %s."
                        .formatted(item.id(), next.number(), next.description(), next.due()))
                .orElseGet(() -> itemText(item));
    }
}
