package io.closeout.review;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.register.ItemClosed;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for more time: asked while the work goes on, decided by the ISSM and, where the table says so, by leadership as well
 * (design, section 4). Every change holds the item first, so that asking, deciding and closing happen one after the other.
 */
@Service
@Transactional
public class ExtensionRequests {

    private static final int LONGEST_DECISION = 2000;

    private final ExtensionRows rows;
    private final ExtensionRules rules;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    ExtensionRequests(
            ExtensionRows rows,
            ExtensionRules rules,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.rules = rules;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /** @throws Refused if a request is open already, the item cannot have one, or nobody may grant it */
    public ExtensionRequest ask(PoamId id, MoreTime wanted, Actor by) {
        PoamItem item = register.hold(id);
        ExtensionRules.mustBeAbleToAsk(item, by);
        LocalDate present = ExtensionRules.presentCompletion(item);
        ExtensionRules.mustFit(wanted.newDate(), present, calendar.today());
        rows.openFor(id).ifPresent(open -> {
            throw openAlready(id);
        });
        ExtensionRule rule = ruleFor(item, wanted.newDate());
        ExtensionRules.mustBeGrantable(rule);
        long request = insert(id, wanted, present, by);
        ledger.append(entry("extensionAsked", id, request, by)
                .with("newDate", wanted.newDate())
                .with("interimMitigation", wanted.interimMitigation())
                .with("signers", rule.signers())
                .with("rule", rule.source())
                .because(wanted.reason()));
        events.publishEvent(new ExtensionAsked(request));
        return get(request);
    }

    /**
     * Decides for whom the request waits: the ISSM first, then leadership where the table says so.
     *
     * @param reason required when refusing
     * @return where the request stands then
     * @throws Refused for whoever asked, owns the item or signed already, and if it was decided meanwhile
     */
    public ExtensionState decide(long id, boolean approved, @Nullable String reason, Actor by) {
        PoamItem item = register.hold(get(id).item());
        ExtensionRequest request = get(id);
        mustBeEntitled(request, item, by);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        mustSayEnough(approved, why);
        ExtensionState next = approved ? afterApproval(request, item) : ExtensionState.REFUSED;
        if (!rows.move(id, request.state(), next, calendar.now())) {
            throw decidedAlready(request);
        }
        rows.insert(id, new ExtensionDecision(request.decider(), by.id(), approved, why, calendar.now()));
        record(request, item, next, why, by);
        if (next == ExtensionState.APPROVED) {
            register.extend(
                    item.id(), request.wanted().newDate(), request.wanted().reason(), by);
        }
        return next;
    }

    @EventListener
    void on(ItemClosed closed) {
        register.hold(closed.item());
        rows.openFor(closed.item()).ifPresent(request -> {
            rows.move(request.id(), request.state(), ExtensionState.WITHDRAWN, calendar.now());
            ledger.append(entry("extensionWithdrawn", closed.item(), request.id(), Actor.system("process"))
                    .because("The item closed before the request was decided."));
            events.publishEvent(new ExtensionWithdrawn(request.id()));
        });
    }

    @Transactional(readOnly = true)
    public ExtensionRequest get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("request for more time", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ExtensionRequest> of(PoamId item) {
        return rows.of(item);
    }

    /** What the table says of a request as the item stands now. */
    @Transactional(readOnly = true)
    public ExtensionRule rule(ExtensionRequest request) {
        return rules.rule(facts(request));
    }

    /** What the table is asked about a request as the item stands now. */
    @Transactional(readOnly = true)
    public ExtensionFacts facts(ExtensionRequest request) {
        return facts(register.get(request.item()), request.wanted().newDate());
    }

    /** Whether the person could ask for more time for the item now. */
    @Transactional(readOnly = true)
    public boolean mayAsk(PoamItem item, Actor by) {
        return ExtensionRules.mayAsk(item, by.id(), by.groups())
                && ExtensionRules.isUnderWay(item)
                && rows.openFor(item.id()).isEmpty();
    }

    private long insert(PoamId id, MoreTime wanted, LocalDate present, Actor by) {
        try {
            return rows.insert(id, wanted, present, by.id(), calendar.now());
        } catch (DuplicateKeyException raced) {
            throw openAlready(id);
        }
    }

    private ExtensionState afterApproval(ExtensionRequest request, PoamItem item) {
        ExtensionRules.mustFit(request.wanted().newDate(), ExtensionRules.presentCompletion(item), calendar.today());
        ExtensionRule rule = ruleFor(item, request.wanted().newDate());
        ExtensionRules.mustBeGrantable(rule);
        return request.decider() == Group.ISSM && rule.leadershipSigns()
                ? ExtensionState.AWAITING_LEADERSHIP
                : ExtensionState.APPROVED;
    }

    private ExtensionRule ruleFor(PoamItem item, LocalDate newDate) {
        return rules.rule(facts(item, newDate));
    }

    private ExtensionFacts facts(PoamItem item, LocalDate newDate) {
        return rules.facts(item, newDate, rows.countApproved(item.id()));
    }

    private void record(ExtensionRequest request, PoamItem item, ExtensionState next, @Nullable String why, Actor by) {
        String kind =
                switch (next) {
                    case AWAITING_LEADERSHIP -> "extensionApprovedByIssm";
                    case APPROVED -> "extensionApproved";
                    case REFUSED -> "extensionRefused";
                    case REQUESTED, WITHDRAWN -> throw new IllegalStateException("No decision leads to " + next);
                };
        ledger.append(entry(kind, item.id(), request.id(), by)
                .with("newDate", request.wanted().newDate())
                .because(why));
    }

    private static LedgerEntry entry(String kind, PoamId item, long request, Actor by) {
        return LedgerEntry.of(kind, item.subject(), by).with("request", request);
    }

    private static void mustBeEntitled(ExtensionRequest request, PoamItem item, Actor by) {
        if (!request.state().isOpen()) {
            throw decidedAlready(request);
        }
        by.mustBeIn("decide this request for more time", request.decider());
        if (by.id().equals(request.askedBy())) {
            throw Refused.because("You asked for this; somebody else decides.");
        }
        if (item.ownerId().filter(by.id()::equals).isPresent()) {
            throw Refused.because("You own this item; somebody else decides whether it gets more time.");
        }
        if (request.decisions().stream().anyMatch(each -> Objects.equals(each.by(), by.id()))) {
            throw Refused.because("You signed this request already; somebody else signs for leadership.");
        }
    }

    private static void mustSayEnough(boolean approved, @Nullable String why) {
        if (!approved && why == null) {
            throw Refused.because("Say why the request is refused; whoever asked plans on from your reason.");
        }
        if (why != null && why.length() > LONGEST_DECISION) {
            throw Refused.because("The reason has more than 2,000 characters. Shorten it.");
        }
    }

    private static Refused openAlready(PoamId id) {
        return Refused.because("A request for more time for " + id + " is open already. Wait until it is decided.");
    }

    private static Refused decidedAlready(ExtensionRequest request) {
        return Refused.because("This request for more time was decided or withdrawn meanwhile ("
                + request.state().label() + "). Reload the page of " + request.item() + ".");
    }
}
