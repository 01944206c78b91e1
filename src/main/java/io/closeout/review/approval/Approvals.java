package io.closeout.review.approval;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemClosed;
import io.closeout.register.PathDecided;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests and the signatures under them. Every change holds the item first, so that asking, deciding and closing happen one after
 * the other.
 */
@Service
@Transactional
public class Approvals {

    private final ApprovalRows rows;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Approvals(
            ApprovalRows rows,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** Requests of every kind that were ever made about the item, oldest first. */
    @Transactional(readOnly = true)
    public List<Long> about(PoamId item) {
        return rows.ids(item);
    }

    /**
     * Stores the bare request; whoever calls holds the item, adds what is asked for and then {@link #announce announces} it.
     *
     * @return its id
     * @throws Refused if one of the kind is open for the item already
     */
    public long open(RequestKind kind, PoamId item, Actor by) {
        mustBeTheOnly(kind, item);
        try {
            return rows.insert(kind, item, by.id(), calendar.now());
        } catch (DuplicateKeyException raced) {
            throw openAlready(kind, item);
        }
    }

    /** @throws Refused if one of the kind is open for the item already */
    public void mustBeTheOnly(RequestKind kind, PoamId item) {
        if (isOpen(kind, item)) {
            throw openAlready(kind, item);
        }
    }

    /** Starts the approval. */
    public void announce(long request) {
        ApprovalRequest asked = get(request);
        events.publishEvent(new RequestAsked(asked.kind(), request, asked.item()));
    }

    /**
     * Decides for whom the request waits: the ISSM first, then leadership where the rule says so.
     *
     * @param leadershipSigns asked before an approval counts; throws {@link Refused} if it cannot be granted any more
     * @return where the request stands then
     * @throws Refused for whoever asked, owns the item or signed already, and if it was decided meanwhile
     */
    public ApprovalState decide(long id, Judgement judgement, Predicate<ApprovalRequest> leadershipSigns, Actor by) {
        PoamItem item = register.hold(get(id).item());
        ApprovalRequest request = get(id);
        mustBeEntitled(request, item, by);
        ApprovalState next =
                judgement.approved() ? afterApproval(request, leadershipSigns.test(request)) : ApprovalState.REFUSED;
        if (!rows.move(id, request.state(), next, calendar.now())) {
            throw decidedAlready(request);
        }
        rows.insert(
                id,
                new Signature(request.decider(), by.id(), judgement.approved(), judgement.reason(), calendar.now()));
        ledger.append(entry(request, event(next), by).because(judgement.reason()));
        if (!next.isOpen()) {
            events.publishEvent(new RequestDecided(get(id)));
        }
        return next;
    }

    private static ApprovalState afterApproval(ApprovalRequest request, boolean leadershipSigns) {
        return request.decider() == Group.ISSM && leadershipSigns
                ? ApprovalState.AWAITING_LEADERSHIP
                : ApprovalState.APPROVED;
    }

    private static String event(ApprovalState reached) {
        return switch (reached) {
            case AWAITING_LEADERSHIP -> "ApprovedByIssm";
            case APPROVED -> "Approved";
            case REFUSED -> "Refused";
            case REQUESTED, WITHDRAWN -> throw new IllegalStateException("No decision leads to " + reached);
        };
    }

    @EventListener
    void on(ItemClosed closed) {
        withdrawAll(closed.item(), "The item closed before the request was decided.");
    }

    @EventListener
    void on(PathDecided decided) {
        switch (decided.path()) {
            case ACCEPTED -> withdrawAll(decided.item(), "The risk was accepted before the request was decided.");
            case FALSE_POSITIVE ->
                withdrawAll(decided.item(), "The item ended as a false positive before the request was decided.");
            case JOINED ->
                withdrawAll(decided.item(), "The item was joined to another before the request was decided.");
            case WORK_GOES_ON -> {
                // Whatever is asked for now can still be granted.
            }
        }
    }

    private void withdrawAll(PoamId item, String why) {
        register.hold(item);
        rows.openFor(item).forEach(request -> withdraw(request, why));
    }

    private void withdraw(ApprovalRequest request, String why) {
        rows.move(request.id(), request.state(), ApprovalState.WITHDRAWN, calendar.now());
        ledger.append(entry(request, "Withdrawn", Actor.system("process")).because(why));
        events.publishEvent(new RequestWithdrawn(request.kind(), request.id()));
    }

    @Transactional(readOnly = true)
    public ApprovalRequest get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("request", id));
    }

    /** @return nothing for a request of another kind */
    @Transactional(readOnly = true)
    public Optional<ApprovalRequest> find(RequestKind kind, long id) {
        return rows.find(id).filter(request -> request.kind() == kind);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ApprovalRequest> of(RequestKind kind, PoamId item) {
        return rows.of(kind, item);
    }

    /** Those of all kinds that nobody decided yet. */
    @Transactional(readOnly = true)
    public List<ApprovalRequest> openFor(PoamId item) {
        return rows.openFor(item);
    }

    @Transactional(readOnly = true)
    public boolean isOpen(RequestKind kind, PoamId item) {
        return rows.openFor(item).stream().anyMatch(request -> request.kind() == kind);
    }

    @Transactional(readOnly = true)
    public int countApproved(RequestKind kind, PoamId item) {
        return rows.countApproved(kind, item);
    }

    private static LedgerEntry entry(ApprovalRequest request, String what, Actor by) {
        return LedgerEntry.of(request.kind().event(what), request.item().subject(), by)
                .with("request", request.id());
    }

    private static void mustBeEntitled(ApprovalRequest request, PoamItem item, Actor by) {
        if (!request.state().isOpen()) {
            throw decidedAlready(request);
        }
        by.mustBeIn("decide this " + request.kind().label(), request.decider());
        if (by.id().equals(request.askedBy())) {
            throw Refused.because("You asked for this; somebody else decides.");
        }
        if (item.ownerId().filter(by.id()::equals).isPresent()) {
            throw Refused.because("You own this item; somebody else decides this %s."
                    .formatted(request.kind().label()));
        }
        if (request.signatures().stream().anyMatch(each -> Objects.equals(each.by(), by.id()))) {
            throw Refused.because("You signed this request already; somebody else signs for leadership.");
        }
    }

    private static Refused openAlready(RequestKind kind, PoamId item) {
        return Refused.because("A %s for %s is open already. Wait until it is decided.".formatted(kind.label(), item));
    }

    private static Refused decidedAlready(ApprovalRequest request) {
        return Refused.because("This %s was decided or withdrawn meanwhile (%s). Reload the page of %s."
                .formatted(request.kind().label(), request.state().label(), request.item()));
    }
}
