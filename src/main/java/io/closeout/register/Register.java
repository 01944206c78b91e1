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
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Deadlines deadlines;
    private final ItemPolicy policy;
    private final ItemHistory history;
    private final MilestoneChanges milestoneChanges;
    private final EvidenceLocker evidence;
    private final EvidenceNeeds needs;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Register(
            PoamItems items,
            ItemClassifier classifier,
            Deadlines deadlines,
            ItemPolicy policy,
            ItemHistory history,
            MilestoneChanges milestoneChanges,
            EvidenceLocker evidence,
            EvidenceNeeds needs,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.items = items;
        this.classifier = classifier;
        this.deadlines = deadlines;
        this.policy = policy;
        this.history = history;
        this.milestoneChanges = milestoneChanges;
        this.evidence = evidence;
        this.needs = needs;
        this.calendar = calendar;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public PoamItem get(PoamId id) {
        return items.findById(id.text()).orElseThrow(() -> NotFound.of("POA&M item", id));
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
        change(
                id,
                "triageSkipped",
                by,
                "The triage table lets items like this go straight to planning",
                item -> item.skipTriage(calendar.today()));
    }

    public void triage(PoamId id, TriageDecision decision, Actor by) {
        by.mustBeIn("triage items", Group.ISSM);
        change(
                id,
                "itemTriaged",
                by,
                decision.note(),
                item -> item.triage(decision, classifier.classify(item, decision), calendar.today()));
    }

    public void submitPlan(PoamId id, Plan plan, Actor by) {
        by.mustBeIn("plan items", Group.REMEDIATOR, Group.ISSM);
        mustHold(PlanRule.reasons(plan.facts(calendar.today())));
        mustNotPass(absoluteLimit(id), plan.plannedCompletion());
        change(id, "planSubmitted", by, null, item -> item.submitPlan(plan, by.id(), calendar.today()));
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
            change(id, "plannedDateRefused", by, decision.reason(), each -> each.refusePlannedDate(calendar.today()));
            return SignOff.Outcome.REFUSED;
        }
        mustNotPass(deadlines.absolute(item), item.proposedCompletion().orElse(null));
        if (decision.level() == Group.ISSM && needsLeadership(item)) {
            change(id, "plannedDateApprovedByIssm", by, decision.reason(), each -> {});
            return SignOff.Outcome.LEADERSHIP;
        }
        change(id, "plannedDateApproved", by, decision.reason(), each -> each.approvePlannedDate(calendar.today()));
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
        mustNotPass(absoluteLimit(id), newDate);
        change(id, "completionExtended", by, why, item -> item.extend(newDate, why, by.id(), calendar.today()));
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
        change(
                id,
                "deadlineShortened",
                by,
                why,
                each -> each.shortenDeadline(now.date(), now.source(), by.id(), calendar.today()));
        return true;
    }

    /** The date beyond which nobody may plan the item or grant it more time, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Limit> absoluteLimit(PoamId id) {
        return deadlines.absolute(get(id));
    }

    /** What limits of its deadline look at, as the item stands now. */
    @Transactional(readOnly = true)
    public DeadlineFacts deadlineFacts(PoamId id) {
        return deadlines.facts(get(id));
    }

    private static void mustNotPass(Optional<Limit> limit, @Nullable LocalDate wanted) {
        limit.filter(each -> wanted != null && wanted.isAfter(each.date())).ifPresent(each -> {
            throw Refused.because("%s lies beyond %s, which nobody may plan past (%s)."
                    .formatted(wanted, each.date(), each.source()));
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
        change(id, "fixReported", by, report.workDone(), each -> {
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
            change(id, "fixVerified", by, judgement.note(), each -> each.passVerification(by.id()));
        } else {
            mustSayWhy(judgement.note(), "Say what is still there, so that the owner can mend it.");
            change(id, "verificationFailed", by, judgement.note(), each -> each.failVerification(calendar.today()));
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
            change(id, "absenceProved", by, what + " " + EvidenceNeeds.words(get(id), missing.get()), each -> {});
            return;
        }
        if (gone) {
            change(id, "fixVerified", by, what, item -> item.passVerification(by.id()));
        } else {
            change(id, "verificationFailed", by, what, item -> item.failVerification(calendar.today()));
        }
        events.publishEvent(new RescanJudged(id, gone));
    }

    /**
     * Absent on all assets before anybody reported a fix: a table says whether that closes the item or the ISSM is asked, who always is
     * where evidence is missing that something asks for.
     */
    public void absenceProved(PoamId id, String what, Actor by) {
        PoamItem item = get(id);
        AbsenceRule rule = policy.absenceOutsideProcess(item.track());
        boolean complete = needs.missing(item).isEmpty();
        change(id, "absenceProved", by, what, each -> {});
        events.publishEvent(new AbsenceProved(id, complete ? rule.outcome() : AbsenceRule.Outcome.ASK_ISSM));
    }

    /**
     * The last assets of the item with an open finding were retired, which two people decided: nothing is left to be done, and nothing
     * was fixed. It closes as {@link ClosedHow#ASSETS_RETIRED}.
     *
     * @param what the assets, for the ledger
     */
    public void assetsRetired(PoamId id, String what, Actor by) {
        needs.mustBeMet(get(id));
        change(id, "assetsRetired", by, what, PoamItem::endWithAssets);
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
            change(id, "absenceConfirmed", by, judgement.note(), each -> {});
        } else {
            mustSayWhy(judgement.note(), "Say why the item stays open.");
            change(id, "absenceDoubted", by, judgement.note(), each -> each.planAnew(calendar.today()));
        }
    }

    /** The last step of the process: how it was proved follows from who verified. */
    public void close(PoamId id, Actor by) {
        change(id, "itemClosed", by, null, item -> {
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

    private void change(PoamId id, String kind, Actor by, @Nullable String reason, Consumer<PoamItem> doing) {
        PoamItem item = get(id);
        Map<String, String> before = ItemHistory.facts(item);
        Clocked clocked = Clocked.of(item);
        doing.accept(item);
        milestoneChanges.append(id, item.takeMilestoneChanges());
        history.changed(item, kind, before, by, reason);
        if (item.status().isOpen() && !clocked.equals(Clocked.of(item))) {
            events.publishEvent(new ItemDatesMoved(id));
        }
    }

    /** What the next notice is counted from. */
    private record Clocked(Stage stage, LocalDate since, LocalDate due, Severity priority) {

        static Clocked of(PoamItem item) {
            return new Clocked(item.stage(), item.stageSince(), item.due(), item.priority());
        }
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
