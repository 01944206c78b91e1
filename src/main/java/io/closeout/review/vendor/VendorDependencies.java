package io.closeout.review.vendor;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.StatusCadence;
import io.closeout.policy.StatusCadence.Cadence;
import io.closeout.register.ItemClosed;
import io.closeout.register.PathDecided;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.VendorWaits;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.Askers;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Waits for fixes that do not exist yet. An item counts as waiting while its vendor was asked within the days of the table
 * {@code statusCadence}; every change holds the item first, so that an answer, a decision and a closure happen one after the other.
 */
@Service
@Transactional
public class VendorDependencies {

    private final VendorRows rows;
    private final VendorWaits waits;
    private final StatusCadence cadence;
    private final Approvals approvals;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    VendorDependencies(
            VendorRows rows,
            VendorWaits waits,
            StatusCadence cadence,
            Approvals approvals,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.waits = waits;
        this.cadence = cadence;
        this.approvals = approvals;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** Keeps what an extension would wait for; whoever calls stores the request. */
    public void ask(long request, PoamId item, AwaitedFix fix) {
        rows.insert(request, item, fix);
    }

    /** What the request would wait for, if it waits for a vendor. */
    @Transactional(readOnly = true)
    public Optional<AwaitedFix> awaited(long request) {
        return rows.find(request).map(VendorDependency::fix);
    }

    /**
     * The extension is granted: the item waits. The vendor was asked last when the extension was asked for, however long the decision
     * took. An earlier wait ends.
     */
    public void begin(long request, Actor by) {
        VendorDependency dependency = get(request);
        PoamItem item = register.hold(dependency.item());
        rows.waitingFor(item.id()).ifPresent(earlier -> end(earlier));
        move(dependency, VendorState.ASKED, VendorState.WAITING);
        LocalDate askedOn = calendar.dateOf(approvals.get(request).askedAt());
        waits.await(
                item.id(),
                currentUntil(item, askedOn),
                dependency.fix().label() + ": " + dependency.fix().link(),
                by);
        events.publishEvent(new VendorAwaited(request, item.id()));
    }

    /**
     * What the vendor said when a task asked somebody to check in.
     *
     * @return whether the fix is still awaited
     * @throws Refused as {@link #report}
     */
    public boolean checkIn(long request, CheckIn told, Actor by) {
        return record(request, told, false, by);
    }

    /**
     * What the vendor said, written down without being asked.
     *
     * @throws Refused if the item does not wait for a vendor, for anybody but the owner, its group and the ISSM, and for an answer that
     *     is too old to count
     */
    public void report(PoamId item, CheckIn told, Actor by) {
        VendorDependency dependency = rows.waitingFor(item).orElseThrow(() -> waitsNoMore(item));
        record(dependency.requestId(), told, true, by);
    }

    private boolean record(long request, CheckIn told, boolean unasked, Actor by) {
        PoamItem item = register.hold(get(request).item());
        VendorDependency dependency = get(request);
        mustWait(dependency);
        mustBeEntitled(item, by);
        mustBeNews(told, dependency, item);
        rows.insert(request, told, by.id(), calendar.now());
        ledger.append(LedgerEntry.of("vendorCheckedIn", item.id().subject(), by)
                .with("request", request)
                .with("askedOn", told.askedOn())
                .with("outcome", told.outcome())
                .with("expectedRelease", told.expectedRelease())
                .with("releasedOn", told.releasedOn())
                .with("link", told.link())
                .because(told.answer()));
        follow(dependency, told, item, by);
        events.publishEvent(new VendorAnswered(get(request), told, unasked));
        return told.outcome().isAwaited();
    }

    private void follow(VendorDependency dependency, CheckIn told, PoamItem item, Actor by) {
        LocalDate releasedOn = told.releasedOn();
        if (releasedOn != null) {
            move(dependency, VendorState.WAITING, VendorState.RELEASED);
            waits.released(item.id(), releasedOn, told.answer(), by);
        } else if (told.outcome().isAwaited()) {
            waits.await(item.id(), currentUntil(item, told.askedOn()), told.answer(), by);
        } else {
            move(dependency, VendorState.WAITING, VendorState.NO_FIX);
            waits.end(item.id(), told.answer(), by);
        }
    }

    @EventListener
    void on(ItemClosed closed) {
        endFor(closed.item());
    }

    @EventListener
    void on(PathDecided decided) {
        switch (decided.path()) {
            case ACCEPTED, FALSE_POSITIVE, JOINED -> endFor(decided.item());
            case WORK_GOES_ON -> {
                // Whoever still needs the vendor asks for time anew.
            }
        }
    }

    private void endFor(PoamId item) {
        register.hold(item);
        rows.waitingFor(item).ifPresent(this::end);
    }

    private void end(VendorDependency dependency) {
        move(dependency, VendorState.WAITING, VendorState.ENDED);
        events.publishEvent(new VendorWaitEnded(dependency.requestId()));
    }

    @Transactional(readOnly = true)
    public VendorDependency get(long request) {
        return rows.find(request).orElseThrow(() -> NotFound.of("wait for a vendor", request));
    }

    @Transactional(readOnly = true)
    public Optional<VendorDependency> waitingFor(PoamId item) {
        return rows.waitingFor(item);
    }

    /** Newest first; those too whose extension was not granted. */
    @Transactional(readOnly = true)
    public List<VendorDependency> of(PoamId item) {
        return rows.of(item);
    }

    /** Whether the person could write down an answer now. */
    @Transactional(readOnly = true)
    public boolean mayCheckIn(PoamItem item, Actor by) {
        return Askers.mayAsk(item, by) && rows.waitingFor(item.id()).isPresent();
    }

    /** How often the item's vendor is to be asked. */
    @Transactional(readOnly = true)
    public Cadence cadence(PoamItem item) {
        return cadence.of(item.priority(), true);
    }

    private LocalDate currentUntil(PoamItem item, LocalDate askedOn) {
        return askedOn.plusDays(cadence(item).everyDays());
    }

    private void move(VendorDependency dependency, VendorState before, VendorState after) {
        if (!rows.move(dependency.requestId(), before, after)) {
            throw waitsNoMore(dependency.item());
        }
    }

    private static void mustWait(VendorDependency dependency) {
        if (!dependency.isWaiting()) {
            throw waitsNoMore(dependency.item());
        }
    }

    private static void mustBeEntitled(PoamItem item, Actor by) {
        if (!Askers.mayAsk(item, by)) {
            throw Refused.because("Only the owner of " + item.id()
                    + ", its owner group or the ISSM may write down what its vendor says.");
        }
    }

    private void mustBeNews(CheckIn told, VendorDependency dependency, PoamItem item) {
        told.mustBeBy(calendar.today());
        dependency.lastAskedOn().filter(last -> told.askedOn().isBefore(last)).ifPresent(last -> {
            throw Refused.because("The vendor was asked on %s already. Give a day from then on, not %s."
                    .formatted(last, told.askedOn()));
        });
        if (told.outcome().isAwaited() && currentUntil(item, told.askedOn()).isBefore(calendar.today())) {
            throw Refused.because("You asked the vendor on %s, more than %d days ago. Ask again and give that day."
                    .formatted(told.askedOn(), cadence(item).everyDays()));
        }
    }

    private static Refused waitsNoMore(PoamId item) {
        return Refused.because(
                item + " does not wait for a vendor, or not any more. Reload its page to see where it stands.");
    }
}
