package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.policy.AbsenceRule;
import io.closeout.policy.ItemPolicy;
import io.closeout.policy.PlanRule;
import io.closeout.register.DeadlineLimit.Limit;
import io.closeout.register.EvidenceNeed.Need;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may be done with a POA&amp;M item. Every method checks who acts, lets the item check itself, appends to the ledger and
 * announces what timers and processes must know, in the caller's transaction.
 */
@Service
@Transactional
public class Register {

    private final PoamItems items;
    private final ItemClassifier classifier;
    private final Owners owners;
    private final Deadlines deadlines;
    private final TrackHolds holds;
    private final ItemPolicy policy;
    private final ItemHistory history;
    private final ItemChanges changes;
    private final EvidenceLocker evidence;
    private final EvidenceNeeds needs;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Register(
            PoamItems items,
            ItemClassifier classifier,
            Owners owners,
            Deadlines deadlines,
            TrackHolds holds,
            ItemPolicy policy,
            ItemHistory history,
            ItemChanges changes,
            EvidenceLocker evidence,
            EvidenceNeeds needs,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.items = items;
        this.classifier = classifier;
        this.owners = owners;
        this.deadlines = deadlines;
        this.holds = holds;
        this.policy = policy;
        this.history = history;
        this.changes = changes;
        this.evidence = evidence;
        this.needs = needs;
        this.calendar = calendar;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public PoamItem get(PoamId id) {
        return changes.get(id);
    }

    /** As {@link #get}, and nobody else changes the item until the transaction ends: whoever holds it now goes first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PoamItem hold(PoamId id) {
        items.flush();
        items.lock(id.text());
        return get(id);
    }

    /** Items by id text; ids that do not exist are missing from the map. */
    @Transactional(readOnly = true)
    public Map<String, PoamItem> all(Collection<String> ids) {
        return items.findByIdIn(ids).stream()
                .collect(Collectors.toMap(each -> each.id().text(), each -> each));
    }

    /** Opens an item under an id from {@link ItemNumbers}; its process starts in the same transaction. */
    public PoamItem open(PoamId id, NewItem from, Actor by) {
        return openAll(Map.of(id, from), by).get(0);
    }

    /** As {@link #open}, in the order of the map: items that are opened together cost a good deal less. */
    public List<PoamItem> openAll(Map<PoamId, NewItem> wanted, Actor by) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<PoamItem> opened = new ArrayList<>();
        wanted.forEach((id, from) -> opened.add(
                items.save(new PoamItem(id, from, classifier.classify(from), calendar.today(), calendar.now()))));
        history.opened(opened, by);
        events.publishEvent(new ItemsOpened(List.copyOf(wanted.keySet())));
        return opened;
    }

    /** Stores which process instance works which item. */
    public void runIn(Map<PoamId, String> processInstances) {
        processInstances.forEach((id, instance) -> get(id).runIn(instance));
    }

    public void skipTriage(PoamId id, Actor by) {
        changes.change(
                id,
                "triageSkipped",
                by,
                "The triage table lets items like this go straight to planning",
                item -> item.skipTriage(calendar.today()));
    }

    /** @throws Refused for a track that the item may not leave, and for an owner who cannot be one */
    public void triage(PoamId id, TriageDecision decision, Actor by) {
        by.mustBeIn("triage items", Group.ISSM);
        owners.mustBeAbleToOwn(decision.ownerId());
        holds.mustBeFreeFor(decision.track(), get(id));
        changes.change(
                id,
                "itemTriaged",
                by,
                decision.note(),
                item -> item.triage(decision, classifier.classify(item, decision), calendar.today()));
    }

    /**
     * Gives the item to somebody; its tasks follow.
     *
     * @throws Refused if that is the owner already, or the item has ended
     */
    public void assign(PoamId id, String ownerId, Actor by) {
        by.mustBeIn("assign items", Group.ISSM);
        owners.mustBeAbleToOwn(ownerId);
        changes.change(id, "ownerAssigned", by, null, item -> item.assign(ownerId));
        events.publishEvent(new OwnerAssigned(id));
    }

    public void submitPlan(PoamId id, Plan plan, Actor by) {
        by.mustBeIn("plan items", Group.REMEDIATOR, Group.ISSM);
        mustHold(PlanRule.reasons(plan.facts(calendar.today())));
        owners.mustBeAbleToOwn(plan.ownerId());
        mustNotPass(get(id), plan.plannedCompletion());
        changes.change(id, "planSubmitted", by, null, item -> item.submitPlan(plan, by.id(), calendar.today()));
    }

    /**
     * Decides on the planned date. The first signature is the ISSM's; where the table asks for it leadership signs as well.
     *
     * @throws Refused if the signer planned or owns the item, or refuses without a reason
     */
    public SignOff.Outcome signOff(PoamId id, SignOff decision, Actor by) {
        by.mustBeIn("sign off planned dates", decision.level());
        PoamItem item = get(id);
        mustBeSomebodyElse(
                by, item.planSubmittedBy().orElse(null), "You submitted this plan; somebody else signs it off.");
        mustBeSomebodyElse(by, item.ownerId().orElse(null), "You own this item; somebody else signs off its date.");
        if (!decision.approved()) {
            mustSayWhy(
                    decision.reason(), "Say why the planned date is refused; the owner plans anew from your reason.");
            changes.change(
                    id, "plannedDateRefused", by, decision.reason(), each -> each.refusePlannedDate(calendar.today()));
            return SignOff.Outcome.REFUSED;
        }
        mustNotPass(item, item.proposedCompletion().orElse(null));
        if (decision.level() == Group.ISSM && needsLeadership(item)) {
            changes.change(id, "plannedDateApprovedByIssm", by, decision.reason(), each -> {});
            return SignOff.Outcome.LEADERSHIP;
        }
        changes.change(
                id, "plannedDateApproved", by, decision.reason(), each -> each.approvePlannedDate(calendar.today()));
        return SignOff.Outcome.APPROVED;
    }

    private static void mustHold(List<String> reasonsAgainst) {
        if (!reasonsAgainst.isEmpty()) {
            throw Refused.because(String.join(" ", reasonsAgainst));
        }
    }

    private boolean needsLeadership(PoamItem item) {
        return item.proposedCompletion()
                .map(proposed -> (int) ChronoUnit.DAYS.between(item.deadline(), proposed))
                .map(days -> policy.signOff(days, item.priority()).leadershipSigns())
                .orElse(false);
    }

    /**
     * Grants more time, once everybody who must has signed.
     *
     * @param why as it was asked for
     */
    public void extend(PoamId id, LocalDate newDate, String why, Actor by) {
        by.mustBeIn("grant more time", Group.ISSM, Group.LEADERSHIP);
        mustBeSomebodyElse(
                by,
                get(id).ownerId().orElse(null),
                "You own this item; somebody else decides whether it gets more time.");
        mustNotPass(get(id), newDate);
        changes.change(id, "completionExtended", by, why, item -> item.extend(newDate, why, by.id(), calendar.today()));
    }

    /**
     * Looks again until when the item may take, and shortens its deadline where that is earlier now. It never lengthens it: that takes
     * somebody's approval.
     *
     * @param why what changed
     * @return whether the deadline became an earlier one
     */
    public boolean reassessDeadline(PoamId id, String why, Actor by) {
        PoamItem item = get(id);
        Limit now = deadlines.earliest(item);
        if (!item.status().isOpen() || !now.date().isBefore(item.deadline())) {
            return false;
        }
        changes.change(
                id,
                "deadlineShortened",
                by,
                why,
                each -> each.shortenDeadline(now.date(), now.source(), by.id(), calendar.today()));
        return true;
    }

    /** @throws Refused for a date that nobody may plan past, such as that of a CMMC closeout */
    @Transactional(readOnly = true)
    public void mustBeWithinLimit(PoamId id, LocalDate wanted) {
        mustNotPass(get(id), wanted);
    }

    /** What limits of its deadline look at, as the item stands now. */
    @Transactional(readOnly = true)
    public DeadlineFacts deadlineFacts(PoamId id) {
        return deadlines.facts(get(id));
    }

    private void mustNotPass(PoamItem item, @Nullable LocalDate wanted) {
        deadlines
                .absolute(item)
                .filter(limit -> wanted != null && wanted.isAfter(limit.date()))
                .ifPresent(limit -> {
                    throw Refused.because("%s lies beyond %s, which nobody may plan past (%s)."
                            .formatted(wanted, limit.date(), limit.source()));
                });
    }

    /** @throws Refused without evidence or a kind of it that something asks for, or from anybody but the owner */
    public void reportFixed(PoamId id, FixReport report, Actor by) {
        PoamItem item = get(id);
        if (!item.ownerId().map(by.id()::equals).orElse(false)) {
            throw Refused.because("Only the owner of " + id + " may report it as fixed.");
        }
        mustSayWhy(report.workDone(), "Describe the work that was done.");
        if (evidence.countFor(id.subject()) == 0) {
            throw Refused.because(
                    "There is no evidence on " + id
                            + " yet. Open its evidence page, add a patch log, change record, test result, screenshot or link, and submit again.");
        }
        needs.mustBeMet(item);
        if (report.fixedOn() != null && report.fixedOn().isAfter(calendar.today())) {
            throw Refused.because("The date of the fix, " + report.fixedOn() + ", lies in the future.");
        }
        changes.change(id, "fixReported", by, report.workDone(), each -> {
            report.milestonesDone()
                    .forEach(number -> each.completeMilestone(
                            number,
                            report.fixedOn() == null ? calendar.today() : report.fixedOn(),
                            by.id(),
                            calendar.today()));
            each.reportFixed(by.id(), calendar.now(), calendar.today());
        });
    }

    /** @throws Refused if the judge owns the item or reported the fix */
    public void verify(PoamId id, Verification judgement, Actor by) {
        by.mustBeIn("verify fixes", Group.ISSM);
        PoamItem item = get(id);
        mustBeSomebodyElse(by, item.ownerId().orElse(null), "You own this item; somebody else verifies the fix.");
        mustBeSomebodyElse(by, item.fixReportedBy().orElse(null), "You reported this fix; somebody else verifies it.");
        if (judgement.passed()) {
            needs.mustBeMet(item);
            changes.change(id, "fixVerified", by, judgement.note(), each -> each.passVerification(by.id()));
        } else {
            mustSayWhy(judgement.note(), "Say what is still there, so that the owner can mend it.");
            changes.change(
                    id, "verificationFailed", by, judgement.note(), each -> each.failVerification(calendar.today()));
        }
    }

    /**
     * A scan that ended after the fix was reported judges the item. Where evidence is missing that something asks for, one that finds
     * the weakness gone is recorded and leaves the item to whoever verifies.
     *
     * @param what the scan and the assets, for the ledger and the owner
     */
    public void judgeByRescan(PoamId id, boolean gone, String what, Actor by) {
        Optional<Need> missing = gone ? needs.missing(get(id)) : Optional.empty();
        if (missing.isPresent()) {
            changes.change(
                    id, "absenceProved", by, what + " " + EvidenceNeeds.words(get(id), missing.get()), each -> {});
            return;
        }
        if (gone) {
            changes.change(id, "fixVerified", by, what, item -> item.passVerification(by.id()));
        } else {
            changes.change(id, "verificationFailed", by, what, item -> item.failVerification(calendar.today()));
        }
        events.publishEvent(new RescanJudged(id, gone));
    }

    /**
     * Absent on all assets before anybody reported a fix: a table says whether that closes the item or the ISSM is asked, who always is
     * where evidence is missing that something asks for. An accepted risk that is gone needs no asking: the item is verified.
     */
    public void absenceProved(PoamId id, String what, Actor by) {
        PoamItem item = get(id);
        boolean accepted = item.status() == ItemStatus.RISK_ACCEPTED;
        AbsenceRule.Outcome outcome = accepted ? AbsenceRule.Outcome.CLOSE : outcomeOfAbsence(item);
        changes.change(id, "absenceProved", by, what, each -> {
            if (accepted) {
                each.provedWhileAccepted(by.id());
            }
        });
        events.publishEvent(new AbsenceProved(id, outcome));
    }

    /**
     * An assessment found met what the item stands for, whatever had been reported of it. Nothing closes by that: whoever confirms that
     * items are done is asked; a fix that waits to be verified goes on waiting, and its verifier reads of it here.
     *
     * @throws Refused without evidence
     */
    public void metByAssessment(PoamId id, String what, Actor by) {
        by.mustBeIn("record what an assessment found", Group.ISSM);
        if (evidence.countFor(id.subject()) == 0) {
            throw Refused.because("There is no evidence on " + id + " yet. Add what the assessment looked at.");
        }
        changes.change(id, "metByAssessment", by, what, each -> {});
        if (get(id).stage() != Stage.VERIFY) {
            events.publishEvent(new AbsenceProved(id, AbsenceRule.Outcome.ASK_ISSM));
        }
    }

    /**
     * A file that cannot prove anything does not report the item's weakness any more: the ISSM is asked whether it is done. Whoever
     * verifies a fix, or lives with an accepted risk, reads of it in the history.
     *
     * @param what the file, for the ledger
     */
    public void perhapsGone(PoamId id, String what, Actor by) {
        changes.change(id, "perhapsGone", by, what, each -> {});
        PoamItem item = get(id);
        if (item.stage() != Stage.VERIFY && item.status() != ItemStatus.RISK_ACCEPTED) {
            events.publishEvent(new AbsenceProved(id, AbsenceRule.Outcome.ASK_ISSM));
        }
    }

    private AbsenceRule.Outcome outcomeOfAbsence(PoamItem item) {
        return needs.missing(item).isPresent()
                ? AbsenceRule.Outcome.ASK_ISSM
                : policy.absenceOutsideProcess(item.track()).outcome();
    }

    /**
     * The last assets of the item with an open finding were retired, which two people decided: nothing is left to be done, and nothing
     * was fixed. It closes as {@link ClosedHow#ASSETS_RETIRED}.
     *
     * @param what the assets, for the ledger
     */
    public void assetsRetired(PoamId id, String what, Actor by) {
        needs.mustBeMet(get(id));
        changes.change(id, "assetsRetired", by, what, PoamItem::endWithAssets);
        events.publishEvent(new AbsenceProved(id, AbsenceRule.Outcome.CLOSE));
    }

    /** The ISSM's answer where the table asks for it. */
    public void confirmAbsence(PoamId id, Verification judgement, Actor by) {
        by.mustBeIn("confirm that an item is done", Group.ISSM);
        PoamItem item = get(id);
        mustBeSomebodyElse(
                by, item.ownerId().orElse(null), "You own this item; somebody else confirms that it is done.");
        if (judgement.passed()) {
            needs.mustBeMet(item);
            changes.change(id, "absenceConfirmed", by, judgement.note(), each -> {});
        } else {
            mustSayWhy(judgement.note(), "Say why the item stays open.");
            changes.change(id, "absenceDoubted", by, judgement.note(), each -> each.planAnew(calendar.today()));
        }
    }

    /** The last step of the process: how it was proved follows from who verified. */
    public void close(PoamId id, Actor by) {
        changes.change(id, "itemClosed", by, null, item -> {
            String judge = item.verifiedBy().orElse(by.id());
            item.close(howProved(item), judge, calendar.today());
        });
        events.publishEvent(new ItemClosed(id));
    }

    private static ClosedHow howProved(PoamItem item) {
        return item.closedHow()
                .or(() -> item.verifiedBy()
                        .map(judge -> judge.equals(Actor.system("").id())
                                ? ClosedHow.VERIFIED_BY_RESCAN
                                : ClosedHow.VERIFIED_BY_PERSON))
                .orElse(ClosedHow.REMEDIATED_OUTSIDE_PROCESS);
    }

    private static void mustBeSomebodyElse(Actor by, @Nullable String person, String otherwise) {
        if (by.id().equals(person)) {
            throw Refused.because(otherwise);
        }
    }

    private static void mustSayWhy(@Nullable String reason, String otherwise) {
        if (reason == null || reason.isBlank()) {
            throw Refused.because(otherwise);
        }
    }
}
