package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.AcceptanceRule;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Approvals;
import io.closeout.review.approval.Askers;
import io.closeout.review.approval.Judgement;
import io.closeout.review.approval.RequestKind;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to accept a risk: asked, decided by the ISSM and then by leadership, and in force from the last signature on. */
@Service
@Transactional
public class AcceptanceRequests {

    private final Approvals approvals;
    private final AcceptanceRows rows;
    private final AcceptanceRules rules;
    private final Sights sights;
    private final MaterialFacts facts;
    private final AcceptanceCourse course;
    private final Register register;
    private final Ledger ledger;
    private final PolicyCalendar calendar;

    AcceptanceRequests(
            Approvals approvals,
            AcceptanceRows rows,
            AcceptanceRules rules,
            Sights sights,
            MaterialFacts facts,
            AcceptanceCourse course,
            Register register,
            Ledger ledger,
            PolicyCalendar calendar) {
        this.approvals = approvals;
        this.rows = rows;
        this.rules = rules;
        this.sights = sights;
        this.facts = facts;
        this.course = course;
        this.register = register;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /**
     * Asks for an acceptance, or for the one that is to follow the acceptance in force.
     *
     * @throws Refused if a request is open already, the item has ended, or nobody may grant it
     */
    public RiskAcceptance ask(PoamId id, WantedAcceptance wanted, Actor by) {
        PoamItem item = register.hold(id);
        AcceptanceRules.mustBeAbleToAsk(item, by);
        approvals.mustBeTheOnly(RequestKind.ACCEPTANCE, id);
        AcceptanceRule rule = rules.mustBeGrantable(item, wanted, item.severity(), calendar.today());
        Optional<Long> renews = rows.inForce(id);
        long request = approvals.open(RequestKind.ACCEPTANCE, id, by);
        rows.insert(request, wanted, item.severity(), renews.orElse(null));
        ledger.append(LedgerEntry.of(RequestKind.ACCEPTANCE.event("Asked"), id.subject(), by)
                .with("request", request)
                .with("acceptanceKind", wanted.kind())
                .with("originalRating", item.severity())
                .with("residualRating", wanted.residualOf(item.severity()))
                .with("likelihood", wanted.likelihood())
                .with("impact", wanted.impact())
                .with("until", wanted.until())
                .with("controls", wanted.controls().size())
                .with("renews", renews.orElse(null))
                .with("signers", rule.signers())
                .with("rule", rule.source())
                .because(wanted.justification()));
        approvals.announce(request);
        return get(request);
    }

    /**
     * Decides for whom the request waits; the last approval accepts the risk. What the signer saw is kept.
     *
     * @param seen digest of the facts that were shown, if whoever decides knows it
     * @return where the request stands then
     * @throws Refused as {@link Approvals#decide}, and if the risk cannot be accepted any more or is not what was shown
     */
    public ApprovalState decide(long id, Judgement judgement, @Nullable String seen, Actor by) {
        PoamItem item = register.hold(get(id).item());
        RiskAcceptance request = get(id);
        Group level = request.approval().decider();
        ApprovalState next = approvals.decide(id, judgement, each -> leadershipSigns(item, request), by);
        if (judgement.approved()) {
            SeenFacts now = facts.of(item, request);
            AcceptanceCourse.mustBeWhatWasSeen(now, seen);
            sights.add(id, level, by.id(), now, calendar.now());
            ledger.append(LedgerEntry.of(
                            RequestKind.ACCEPTANCE.event("FactsSigned"),
                            request.item().subject(),
                            by)
                    .with("request", id)
                    .with("signedAs", level.id())
                    .with("digest", now.digest()));
        }
        if (next == ApprovalState.APPROVED) {
            course.begin(request, by);
        }
        return next;
    }

    /** The owner was asked whether to renew an acceptance, and does not ask for another term. */
    public void letEnd(long id, Actor by) {
        RiskAcceptance acceptance = get(id);
        ledger.append(LedgerEntry.of(
                        RequestKind.ACCEPTANCE.event("NotRenewed"),
                        acceptance.item().subject(),
                        by)
                .with("request", id)
                .with("until", acceptance.wanted().until()));
    }

    private boolean leadershipSigns(PoamItem item, RiskAcceptance request) {
        return rules.mustBeGrantable(item, request.wanted(), request.original(), calendar.today())
                .leadershipSigns();
    }

    /** What is material as it stands now, and what its digest is. */
    @Transactional(readOnly = true)
    public SeenFacts factsNow(RiskAcceptance request) {
        return facts.of(register.get(request.item()), request);
    }

    @Transactional(readOnly = true)
    public RiskAcceptance get(long id) {
        return approvals
                .find(RequestKind.ACCEPTANCE, id)
                .map(rows::of)
                .orElseThrow(() -> NotFound.of(RequestKind.ACCEPTANCE.label(), id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<RiskAcceptance> of(PoamId item) {
        return approvals.of(RequestKind.ACCEPTANCE, item).stream().map(rows::of).toList();
    }

    /** What the table says of a request as the item stands now. */
    @Transactional(readOnly = true)
    public AcceptanceRule rule(RiskAcceptance request) {
        return rules.rule(register.get(request.item()), request.kind(), request.residual());
    }

    /** Whether the person could ask for the item's risk to be accepted now. */
    @Transactional(readOnly = true)
    public boolean mayAsk(PoamItem item, Actor by) {
        return Askers.mayAsk(item, by) && !item.hasEnded() && !approvals.isOpen(RequestKind.ACCEPTANCE, item.id());
    }
}
