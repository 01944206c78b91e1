package io.closeout.review.falsepositive;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.FalsePositiveTerms.Term;
import io.closeout.register.ItemPaths;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Suppressions;
import io.closeout.register.Suppressions.Decided;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.Judgement;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to confirm a false positive: asked with evidence, decided by the ISSM, held until their end (design, section 4). Confirmed
 * for all that is open, the item ends; for some assets only, the item goes on with the rest.
 */
@Service
@Transactional
public class FalsePositiveRequests {

    private final Approvals approvals;
    private final FalsePositiveRows rows;
    private final FalsePositiveRules rules;
    private final ClaimedAssets assets;
    private final Register register;
    private final ItemPaths paths;
    private final Suppressions suppressions;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    FalsePositiveRequests(
            Approvals approvals,
            FalsePositiveRows rows,
            FalsePositiveRules rules,
            ClaimedAssets assets,
            Register register,
            ItemPaths paths,
            Suppressions suppressions,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.approvals = approvals;
        this.rows = rows;
        this.rules = rules;
        this.assets = assets;
        this.register = register;
        this.paths = paths;
        this.suppressions = suppressions;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /**
     * @param names ids or names
     * @return their ids
     * @throws Refused if one of them is no asset of the item
     */
    @Transactional(readOnly = true)
    public Set<Long> assets(PoamId item, Collection<String> names) {
        return assets.of(register.get(item), names);
    }

    /** @throws Refused without evidence, for an item that has ended, an end that is too late, or if a request is open already */
    public FalsePositiveRequest ask(PoamId id, FalsePositiveClaim claim, Actor by) {
        PoamItem item = register.hold(id);
        rules.mustBeAbleToAsk(item, by);
        FalsePositiveRules.mustHaveScannedAssets(item, claim);
        rules.mustFit(item, claim.until(), calendar.today());
        long request = approvals.open(RequestKind.FALSE_POSITIVE, id, by);
        rows.insert(request, claim);
        ledger.append(LedgerEntry.of(RequestKind.FALSE_POSITIVE.event("Asked"), id.subject(), by)
                .with("request", request)
                .with("assets", get(request).where())
                .with("until", claim.until())
                .with("rule", rules.of(item).source())
                .because(claim.reason()));
        approvals.announce(request);
        return get(request);
    }

    /**
     * An approval ends what it covers, and has later imports leave it out.
     *
     * @return where the request stands then
     * @throws Refused as {@link Approvals#decide}, and if its end came before the decision
     */
    public ApprovalState decide(long id, Judgement judgement, Actor by) {
        FalsePositiveRequest request = get(id);
        ApprovalState next = approvals.decide(id, judgement, each -> mustStillHold(request), by);
        if (next == ApprovalState.APPROVED) {
            confirm(request, by);
        }
        return next;
    }

    /** @return {@code false}: leadership does not sign */
    private boolean mustStillHold(FalsePositiveRequest request) {
        if (!request.claim().until().isAfter(calendar.today())) {
            throw Refused.because(
                    "It was asked for until %s, which is over. Refuse it; whoever asked names a later day."
                            .formatted(request.claim().until()));
        }
        return false;
    }

    /** Whether an approval would leave nothing of the item open. */
    @Transactional(readOnly = true)
    public boolean endsItem(FalsePositiveRequest request) {
        return assets.areAll(register.get(request.item()), request.claim().assets());
    }

    private void confirm(FalsePositiveRequest request, Actor by) {
        FalsePositiveClaim claim = request.claim();
        PoamItem item = register.get(request.item());
        boolean all = endsItem(request);
        suppressions.suppress(item, new Decided(request.id(), claim.assets(), claim.until(), claim.reason()), by);
        if (all) {
            paths.endAsFalsePositive(item.id(), claim.reason(), by);
        }
    }

    /** Its last day is over: what it kept away comes back with the next import. */
    public void expire(long id, Actor by) {
        FalsePositiveRequest request = get(id);
        register.hold(request.item());
        suppressions.expire(id, by);
    }

    @Transactional(readOnly = true)
    public FalsePositiveRequest get(long id) {
        return approvals
                .find(RequestKind.FALSE_POSITIVE, id)
                .map(rows::of)
                .orElseThrow(() -> NotFound.of(RequestKind.FALSE_POSITIVE.label(), id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<FalsePositiveRequest> of(PoamId item) {
        return approvals.of(RequestKind.FALSE_POSITIVE, item).stream()
                .map(rows::of)
                .toList();
    }

    /** How long the item's weakness may be kept away, and how soon that is decided. */
    @Transactional(readOnly = true)
    public Term term(PoamItem item) {
        return rules.of(item);
    }

    /** Whether the person could ask for the item now, once there is evidence. */
    @Transactional(readOnly = true)
    public boolean mayAsk(PoamItem item, Actor by) {
        return FalsePositiveRules.isEntitled(item, by)
                && !item.hasEnded()
                && !approvals.isOpen(RequestKind.FALSE_POSITIVE, item.id());
    }

    @Transactional(readOnly = true)
    public boolean hasEvidence(PoamItem item) {
        return rules.hasEvidence(item);
    }
}
