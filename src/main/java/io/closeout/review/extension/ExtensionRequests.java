package io.closeout.review.extension;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.Askers;
import io.closeout.review.approval.Judgement;
import io.closeout.review.approval.RequestKind;
import io.closeout.review.vendor.AwaitedFix;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for more time: asked while the work goes on, decided by the ISSM and, where the table says so, by leadership as well
 * (design, section 4).
 */
@Service
@Transactional
public class ExtensionRequests {

    private final Approvals approvals;
    private final ExtensionRows rows;
    private final ExtensionRules rules;
    private final Acceptances acceptances;
    private final VendorDependencies vendors;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    ExtensionRequests(
            Approvals approvals,
            ExtensionRows rows,
            ExtensionRules rules,
            Acceptances acceptances,
            VendorDependencies vendors,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.approvals = approvals;
        this.rows = rows;
        this.rules = rules;
        this.acceptances = acceptances;
        this.vendors = vendors;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** @throws Refused if a request is open already, the item cannot have one, or nobody may grant it */
    public ExtensionRequest ask(PoamId id, MoreTime wanted, Actor by) {
        PoamItem item = register.hold(id);
        Askers.mustBeAbleToAsk(item, "more time", by);
        LocalDate present = ExtensionRules.presentCompletion(item);
        ExtensionRules.mustFit(wanted.newDate(), present, calendar.today());
        approvals.mustBeTheOnly(RequestKind.EXTENSION, id);
        ExtensionRule rule = grantable(item, wanted);
        long request = approvals.open(RequestKind.EXTENSION, id, by);
        rows.insert(request, wanted, present);
        AwaitedFix fix = wanted.awaitedFix();
        if (fix != null) {
            vendors.ask(request, id, fix);
        }
        ledger.append(LedgerEntry.of(RequestKind.EXTENSION.event("Asked"), id.subject(), by)
                .with("request", request)
                .with("newDate", wanted.newDate())
                .with("interimMitigation", wanted.interimMitigation())
                .with("awaitedFix", fix == null ? null : fix.label() + " (" + fix.link() + ")")
                .with("signers", rule.signers())
                .with("rule", rule.source())
                .because(wanted.reason()));
        approvals.announce(request);
        return get(request);
    }

    /**
     * Decides for whom the request waits; the last approval moves the dates.
     *
     * @return where the request stands then
     * @throws Refused as {@link Approvals#decide}, and if more time cannot be granted any more
     */
    public ApprovalState decide(long id, Judgement judgement, Actor by) {
        ExtensionRequest request = get(id);
        ApprovalState next = approvals.decide(id, judgement, each -> leadershipSigns(request), by);
        if (next == ApprovalState.APPROVED) {
            register.extend(
                    request.item(), request.wanted().newDate(), request.wanted().reason(), by);
            if (request.wanted().waitsForVendor()) {
                vendors.begin(id, by);
            }
        }
        return next;
    }

    @Transactional(readOnly = true)
    public ExtensionRequest get(long id) {
        return approvals
                .find(RequestKind.EXTENSION, id)
                .map(this::whole)
                .orElseThrow(() -> NotFound.of(RequestKind.EXTENSION.label(), id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ExtensionRequest> of(PoamId item) {
        return approvals.of(RequestKind.EXTENSION, item).stream()
                .map(this::whole)
                .toList();
    }

    /** What the table says of a request as the item stands now. */
    @Transactional(readOnly = true)
    public ExtensionRule rule(ExtensionRequest request) {
        return rules.rule(facts(request));
    }

    /** What the table is asked about a request as the item stands now. */
    @Transactional(readOnly = true)
    public ExtensionFacts facts(ExtensionRequest request) {
        return facts(register.get(request.item()), request.wanted());
    }

    /** Whether the person could ask for more time for the item now. */
    @Transactional(readOnly = true)
    public boolean mayAsk(PoamItem item, Actor by) {
        return Askers.mayAsk(item, by)
                && ExtensionRules.isUnderWay(item)
                && !approvals.isOpen(RequestKind.EXTENSION, item.id());
    }

    private ExtensionRequest whole(ApprovalRequest request) {
        return rows.of(request, vendors.awaited(request.id()).orElse(null));
    }

    private boolean leadershipSigns(ExtensionRequest request) {
        PoamItem item = register.get(request.item());
        MoreTime wanted = request.wanted();
        ExtensionRules.mustFit(wanted.newDate(), ExtensionRules.presentCompletion(item), calendar.today());
        return grantable(item, wanted).leadershipSigns();
    }

    private ExtensionRule grantable(PoamItem item, MoreTime wanted) {
        register.mustBeWithinLimit(item.id(), wanted.newDate());
        ExtensionRule rule = rules.rule(facts(item, wanted));
        ExtensionRules.mustBeGrantable(rule);
        return rule;
    }

    private ExtensionFacts facts(PoamItem item, MoreTime wanted) {
        return rules.facts(
                item,
                wanted,
                approvals.countApproved(RequestKind.EXTENSION, item.id()),
                acceptances.cover(item.id(), wanted.newDate()));
    }
}
