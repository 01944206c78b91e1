package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.ItemPolicy;
import io.closeout.register.DeadlineLimit.Limit;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over items that were kept elsewhere, with their dates. Open ones get their process: it stands at the work where a plan with owner,
 * milestones and date came along that needs nobody else's signature, and otherwise begins as for any new item.
 */
@Service
@Transactional
public class Takeovers {

    private final PoamItems items;
    private final ItemNumbers numbers;
    private final ItemClassifier classifier;
    private final Owners owners;
    private final Deadlines deadlines;
    private final ItemPolicy policy;
    private final ItemHistory history;
    private final MilestoneChanges milestoneChanges;
    private final AssetNames assets;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Takeovers(
            PoamItems items,
            ItemNumbers numbers,
            ItemClassifier classifier,
            Owners owners,
            Deadlines deadlines,
            ItemPolicy policy,
            ItemHistory history,
            MilestoneChanges milestoneChanges,
            AssetNames assets,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.items = items;
        this.numbers = numbers;
        this.classifier = classifier;
        this.owners = owners;
        this.deadlines = deadlines;
        this.policy = policy;
        this.history = history;
        this.milestoneChanges = milestoneChanges;
        this.assets = assets;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * In the order of the list.
     *
     * @throws Refused from anybody but the ISSM, and for days of detection or closing in the future
     */
    public List<PoamItem> take(List<ItemTakeover> wanted, Actor by) {
        by.mustBeIn("take over items", Group.ISSM);
        List<PoamItem> taken =
                wanted.stream().map(each -> items.save(taken(each, by))).toList();
        items.flush();
        for (int i = 0; i < taken.size(); i++) {
            milestoneChanges.append(taken.get(i).id(), wanted.get(i).changes());
            assets.join(taken.get(i), wanted.get(i).assets());
        }
        history.opened(taken, by);
        List<PoamId> open = taken.stream()
                .filter(each -> !each.hasEnded())
                .map(PoamItem::id)
                .toList();
        if (!open.isEmpty()) {
            events.publishEvent(new ItemsOpened(open));
        }
        return taken;
    }

    private PoamItem taken(ItemTakeover from, Actor by) {
        LocalDate today = calendar.today();
        LocalDate detected = from.item().detectedOn();
        mustNotBeAhead("day of detection", detected, today);
        owners.mustBeAbleToOwn(from.ownerId());
        PoamId id = numbers.reserve(detected.getYear(), 1).get(0);
        PoamItem item = new PoamItem(id, from.item(), classifier.classify(from.item()), today, calendar.now());
        item.takeOver(from, today);
        LocalDate closed = from.closedOn();
        if (closed != null) {
            mustNotBeAhead("day of closing", closed, today);
            item.takeOverClosed(by.id(), closed, today);
        } else if (from.isPlanned() && needsNoSignature(item, from, by)) {
            item.takeOverPlan(from.agreedCompletion(), today);
        }
        return item;
    }

    /** As when a date is signed off: not by its owner, and not by the ISSM alone beyond the deadline. */
    private boolean needsNoSignature(PoamItem item, ItemTakeover from, Actor by) {
        LocalDate agreed = from.agreedCompletion();
        int daysBeyond = (int) ChronoUnit.DAYS.between(item.deadline(), agreed);
        return !by.id().equals(from.ownerId())
                && !policy.signOff(daysBeyond, item.priority()).leadershipSigns()
                && deadlines
                        .absolute(item)
                        .map(Limit::date)
                        .filter(agreed::isAfter)
                        .isEmpty();
    }

    private static void mustNotBeAhead(String what, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refused.because("The " + what + ", " + day + ", lies in the future.");
        }
    }
}
