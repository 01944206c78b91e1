package io.closeout.review.approval;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.register.PoamItem;
import io.closeout.shared.Refused;

/** Who may ask for something about an item: its owner, its owner group and the ISSM. */
public final class Askers {

    private Askers() {}

    public static boolean mayAsk(PoamItem item, Actor by) {
        return by.isIn(Group.ISSM)
                || item.ownerId().filter(by.id()::equals).isPresent()
                || Group.withId(item.ownerGroup()).filter(by::isIn).isPresent();
    }

    /**
     * @param what it is asked for, such as "more time"
     * @throws Refused for everybody else
     */
    public static void mustBeAbleToAsk(PoamItem item, String what, Actor by) {
        if (!mayAsk(item, by)) {
            throw Refused.because(
                    "Only the owner of %s, its owner group or the ISSM may ask for %s.".formatted(item.id(), what));
        }
    }
}
