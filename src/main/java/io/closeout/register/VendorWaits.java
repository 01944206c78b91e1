package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.DeadlineLimit.Limit;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waiting for a vendor's fix does to an item: while somebody keeps asking for it the item is not overdue, and once it is released
 * the days that policy allows count from the release. Whoever calls has checked who may.
 */
@Service
@Transactional
public class VendorWaits {

    private final ItemChanges changes;
    private final Deadlines deadlines;
    private final PolicyCalendar calendar;

    VendorWaits(ItemChanges changes, Deadlines deadlines, PolicyCalendar calendar) {
        this.changes = changes;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    /**
     * The wait was granted, or the vendor was asked again.
     *
     * @param until the last day on which the answer counts as current
     * @param why the vendor's answer, or whom the item waits for
     */
    public void await(PoamId id, LocalDate until, String why, Actor by) {
        changes.change(id, "vendorAwaited", by, why, item -> item.awaitVendor(until));
    }

    /** The vendor will not release a fix, or another wait takes the place of this one. */
    public void end(PoamId id, String why, Actor by) {
        changes.change(id, "vendorWaitEnded", by, why, PoamItem::awaitNoVendor);
    }

    /**
     * A new clock starts. Deadlines that do not come from the severity table, such as that of a CMMC closeout, stand.
     *
     * @param on a release before the detection gains no time
     * @param why the vendor's answer
     */
    public void released(PoamId id, LocalDate on, String why, Actor by) {
        changes.change(id, "vendorReleased", by, why, item -> {
            LocalDate start = on.isBefore(item.detectedOn()) ? item.detectedOn() : on;
            Limit allowed = deadlines.earliest(item, start);
            item.startClock(start, allowed, "the vendor released on " + on, by.id(), calendar.today());
        });
    }
}
