package io.closeout.workflow.vendor;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.VendorAnswered;
import io.closeout.review.vendor.VendorDependency;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the ISSM that a wait is over: a release moved dates without another signature, and without a fix somebody must decide. */
@Component
class TellOfVendor {

    private final Notices notices;
    private final Register register;
    private final PolicyCalendar calendar;

    TellOfVendor(Notices notices, Register register, PolicyCalendar calendar) {
        this.notices = notices;
        this.register = register;
        this.calendar = calendar;
    }

    @EventListener
    void on(VendorAnswered answered) {
        VendorDependency dependency = answered.dependency();
        switch (answered.checkIn().outcome()) {
            case NOT_YET -> {
                // The wait goes on.
            }
            case RELEASED -> tell(dependency, "vendorReleased", released(dependency, answered.checkIn()));
            case NO_FIX ->
                tell(
                        dependency,
                        "vendorWithoutFix",
                        "%s: %s will release no fix. It is due on %s."
                                .formatted(
                                        dependency.item(),
                                        dependency.fix().vendor(),
                                        register.get(dependency.item()).due()));
        }
    }

    private String released(VendorDependency dependency, CheckIn checkIn) {
        PoamItem item = register.get(dependency.item());
        return "%s: %s released on %s. The new deadline is %s (%s)."
                .formatted(
                        item.id(),
                        dependency.fix().vendor(),
                        checkIn.releasedOn(),
                        item.deadline(),
                        item.deadlineSource().orElse(""));
    }

    private void tell(VendorDependency dependency, String kind, String text) {
        notices.tell(dependency.item().subject(), kind, calendar.today(), Group.ISSM.id(), text);
    }
}
