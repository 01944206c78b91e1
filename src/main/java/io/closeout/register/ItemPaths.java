package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PathDecided.Path;
import io.closeout.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that take an item off its way, or back to it, once everybody who must has signed. */
@Service
@Transactional
public class ItemPaths {

    private final ItemChanges changes;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    ItemPaths(ItemChanges changes, PolicyCalendar calendar, ApplicationEventPublisher events) {
        this.changes = changes;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * The risk is accepted; plan, dates and findings stay.
     *
     * @param why as it was asked for
     * @throws Refused for the owner, and for an item that is not open
     */
    public void accept(PoamId id, String why, Actor by) {
        mustBeEntitled(id, "accept risks", by);
        changes.change(id, "riskAccepted", by, why, item -> item.acceptRisk(calendar.today()));
        events.publishEvent(new PathDecided(id, Path.ACCEPTED));
    }

    /** The acceptance ended: the item is worked again, with its dates, and its plan if one was signed off. */
    public void endAcceptance(PoamId id, String why, Actor by) {
        changes.change(id, "acceptanceEnded", by, why, item -> item.workGoesOn(calendar.today()));
        events.publishEvent(new PathDecided(id, Path.WORK_GOES_ON));
    }

    /**
     * The weakness is none, on any of the item's assets.
     *
     * @throws Refused for the owner, and for an item that has ended
     */
    public void endAsFalsePositive(PoamId id, String why, Actor by) {
        mustBeEntitled(id, "confirm false positives", by);
        changes.change(
                id, "falsePositiveConfirmed", by, why, item -> item.endAsFalsePositive(by.id(), calendar.today()));
        events.publishEvent(new PathDecided(id, Path.FALSE_POSITIVE));
    }

    private void mustBeEntitled(PoamId id, String verb, Actor by) {
        by.mustBeIn(verb, Group.ISSM, Group.LEADERSHIP);
        if (changes.get(id).ownerId().filter(by.id()::equals).isPresent()) {
            throw Refused.because("You own this item; somebody else decides that.");
        }
    }
}
