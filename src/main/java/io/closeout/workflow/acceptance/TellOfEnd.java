package io.closeout.workflow.acceptance;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceEnded;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells owner and ISSM that an acceptance ended. */
@Component
class TellOfEnd {

    private final Notices notices;
    private final Register register;
    private final PolicyCalendar calendar;

    TellOfEnd(Notices notices, Register register, PolicyCalendar calendar) {
        this.notices = notices;
        this.register = register;
        this.calendar = calendar;
    }

    @EventListener
    void on(AcceptanceEnded ended) {
        PoamItem item = register.get(ended.item());
        String text = "%s: the acceptance of its risk has ended (%s). %s"
                .formatted(item.id(), ended.how().label().toLowerCase(Locale.ROOT), ended.why());
        tell("acceptanceEnded", item, item.ownerId().orElse(item.ownerGroup()), text);
        tell("acceptanceEndedIssm", item, Group.ISSM.id(), text);
    }

    private void tell(String kind, PoamItem item, String audience, String text) {
        notices.tell(item.id().subject(), kind, calendar.today(), audience, text);
    }
}
