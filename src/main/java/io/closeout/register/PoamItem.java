package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.register.DeadlineLimit.Limit;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One POA&amp;M item, the unit of work. It guards its own life: a transition that does not fit where the item stands is
 * refused with that state in the message. Detection date and the first signed-off completion never change.
 */
@Entity
@Table(name = "poam_item")
public class PoamItem {

    @Id
    private String id;

    private String scopeId;
    private @Nullable Long weaknessId;

    @Enumerated(EnumType.STRING)
    private Track track;

    private String title;
    private @Nullable String description;
    private String source;
    private @Nullable String sourceId;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private @Nullable BigDecimal cvss;

    @Enumerated(EnumType.STRING)
    private Severity priority;

    private @Nullable String prioritySource;

    @Enumerated(EnumType.STRING)
    private ItemStatus status = ItemStatus.NEW;

    private LocalDate detectedOn;
    private LocalDate deadline;
    private @Nullable String deadlineSource;
    private boolean triageNeeded;
    private @Nullable String ownerId;
    private String ownerGroup;
    private @Nullable String remediationPlan;
    private @Nullable BigDecimal estimatedHours;
    private @Nullable String resources;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity residualRisk;

    private @Nullable String comments;
    private @Nullable String planSubmittedBy;
    private @Nullable LocalDate proposedCompletion;
    private @Nullable LocalDate originalCompletion;
    private @Nullable LocalDate plannedCompletion;
    private @Nullable LocalDate vendorWaitUntil;
    private @Nullable LocalDate clockStartedOn;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.TRIAGE;

    private LocalDate stageSince;
    private @Nullable Instant fixReportedAt;
    private @Nullable String fixReportedBy;
    private @Nullable String verifiedBy;
    private int failedVerifications;
    private @Nullable LocalDate closedOn;
    private @Nullable String closedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosedHow closedHow;

    private @Nullable String reopens;
    private @Nullable String siblingOf;
    private @Nullable String groupKey;
    private @Nullable String joinedTo;
    private @Nullable String processInstanceId;
    private Instant createdAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @JoinColumn(name = "item_id", nullable = false, updatable = false)
    @OrderBy("positionNo")
    private List<Milestone> milestones = new ArrayList<>();

    @Transient
    private final List<MilestoneChange> newMilestoneChanges = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected PoamItem() {}

    @SuppressWarnings("NullAway.Init")
    PoamItem(PoamId id, NewItem from, Classification classified, LocalDate today, Instant now) {
        this.id = id.text();
        this.scopeId = from.scopeId();
        this.weaknessId = from.weaknessId();
        this.track = from.track();
        this.title = from.title();
        this.description = from.description();
        this.source = from.source();
        this.sourceId = from.sourceId();
        this.severity = from.severity();
        this.cvss = from.cvss();
        this.detectedOn = from.detectedOn();
        this.reopens = from.reopens();
        this.siblingOf = from.siblingOf();
        this.groupKey = from.groupKey();
        this.stageSince = today;
        this.createdAt = now;
        this.triageNeeded = classified.personTriages();
        classify(classified);
    }

    private void classify(Classification as) {
        priority = as.priority();
        prioritySource = as.prioritySource();
        deadline = as.deadline();
        deadlineSource = as.deadlineSource();
        ownerGroup = as.ownerGroup();
    }

    /** What became of it where it was kept before. Until somebody signs the date that was planned there, it is a proposal. */
    void takeOver(ItemTakeover from, LocalDate today) {
        ownerId = from.ownerId();
        edit(from.plan());
        originalCompletion = from.originalCompletion();
        proposedCompletion = from.plannedCompletion();
        from.milestones().forEach(each -> milestones.add(new Milestone(milestones.size() + 1, each)));
        stageSince = today;
    }

    /** The work goes on by the plan that came along. */
    void takeOverPlan(LocalDate agreed, LocalDate today) {
        mustStandAt("go on by its plan", Stage.TRIAGE);
        triageNeeded = false;
        plannedCompletion = agreed;
        proposedCompletion = null;
        status = ItemStatus.IN_PROGRESS;
        enter(Stage.REMEDIATE, today);
    }

    /** It comes as history: nothing here proved it. */
    void takeOverClosed(String by, LocalDate on, LocalDate today) {
        mustStandAt("be taken over as closed", Stage.TRIAGE);
        triageNeeded = false;
        plannedCompletion = proposedCompletion;
        proposedCompletion = null;
        closedHow = ClosedHow.BEFORE_CLOSEOUT;
        closedBy = by;
        closedOn = on;
        status = ItemStatus.CLOSED;
        enter(Stage.DONE, today);
    }

    /** The parts of the plan that nobody signs. */
    void edit(PlanEdit to) {
        mustNotHaveEnded();
        remediationPlan = to.remediationPlan();
        estimatedHours = to.estimatedHours();
        resources = to.resources();
        residualRisk = to.residualRisk();
        comments = to.comments();
    }

    void reviseMilestones(List<Plan.PlannedMilestone> plan, String by, LocalDate today) {
        mustNotHaveEnded();
        newMilestoneChanges.addAll(new PlanRevision(milestones, by, today).to(plan));
    }

    void triage(TriageDecision decision, Classification classified, LocalDate today) {
        mustStandAt("be triaged", Stage.TRIAGE);
        track = decision.track();
        ownerId = decision.ownerId();
        classify(classified);
        enter(Stage.PLAN, today);
    }

    /** The table said that nobody needs to triage. */
    void skipTriage(LocalDate today) {
        mustStandAt("skip triage", Stage.TRIAGE);
        enter(Stage.PLAN, today);
    }

    void assign(String person) {
        mustNotHaveEnded();
        if (person.equals(ownerId)) {
            throw Refused.because(id + " is theirs already.");
        }
        ownerId = person;
    }

    void submitPlan(Plan plan, String by, LocalDate today) {
        mustStandAt("be planned", Stage.PLAN);
        ownerId = plan.ownerId();
        estimatedHours = plan.estimatedHours();
        resources = plan.resources();
        remediationPlan = plan.remediationPlan();
        residualRisk = plan.residualRisk();
        comments = plan.comments();
        proposedCompletion = plan.plannedCompletion();
        planSubmittedBy = by;
        newMilestoneChanges.addAll(new PlanRevision(milestones, by, today).to(plan.milestones()));
        status = ItemStatus.PLANNED;
        enter(Stage.SIGN_OFF, today);
    }

    void approvePlannedDate(LocalDate today) {
        mustStandAt("be signed off", Stage.SIGN_OFF);
        plannedCompletion = proposedCompletion;
        if (originalCompletion == null) {
            originalCompletion = proposedCompletion;
        }
        proposedCompletion = null;
        status = ItemStatus.IN_PROGRESS;
        enter(Stage.REMEDIATE, today);
    }

    void refusePlannedDate(LocalDate today) {
        mustStandAt("be refused a date", Stage.SIGN_OFF);
        proposedCompletion = null;
        status = ItemStatus.NEW;
        enter(Stage.PLAN, today);
    }

    /** More time for the same work: the last milestone moves along unless it is done, and the original date stays. */
    void extend(LocalDate to, String why, String by, LocalDate today) {
        LocalDate before = plannedCompletion;
        if (before == null || hasEnded()) {
            throw Refused.because(id + " is \"" + status.label() + "\" and has no signed-off date that could move.");
        }
        if (!to.isAfter(before)) {
            throw Refused.because("The new date, " + to + ", must lie after the planned completion, " + before + ".");
        }
        plannedCompletion = to;
        List<Milestone> plan = milestones();
        Milestone last = plan.get(plan.size() - 1);
        if (last.completedOn().isEmpty()) {
            last.moveTo(to);
        }
        newMilestoneChanges.add(new MilestoneChange(
                last.number(),
                MilestoneChange.Kind.EXTENDED,
                today,
                by,
                "planned completion " + to + " instead of " + before + ": " + why));
    }

    /**
     * A deadline gets shorter by itself; a signed-off date that lies beyond it moves along, with the milestones that do, and the
     * original ones stay.
     *
     * @param source where the date comes from
     */
    void shortenDeadline(LocalDate to, String source, String by, LocalDate today) {
        deadline = to;
        deadlineSource = source;
        LocalDate planned = plannedCompletion;
        if (planned == null || !planned.isAfter(to)) {
            return;
        }
        plannedCompletion = to;
        milestones().stream()
                .filter(each -> each.completedOn().isEmpty() && each.due().isAfter(to))
                .forEach(each -> {
                    newMilestoneChanges.add(new MilestoneChange(
                            each.number(),
                            MilestoneChange.Kind.SHORTENED,
                            today,
                            by,
                            "due " + to + " instead of " + each.due() + ": " + source));
                    each.moveTo(to);
                });
    }

    /** @param until the last day of the current check-in with the vendor */
    void awaitVendor(LocalDate until) {
        mustBeOpen("wait for a vendor");
        vendorWaitUntil = until;
    }

    /** Nobody waits for the vendor any more; the dates stay as they are. */
    void awaitNoVendor() {
        vendorWaitUntil = null;
    }

    /**
     * The fix that did not exist yet can be installed: the days that policy allows count from here. The signed-off date becomes the new
     * deadline, with the milestones that the date moves, and the original ones stay.
     *
     * @param on the day of the release
     * @param why for the milestone changes
     */
    void startClock(LocalDate on, Limit allowed, String why, String by, LocalDate today) {
        mustBeOpen("be remediated");
        LocalDate before = due();
        clockStartedOn = on;
        vendorWaitUntil = null;
        deadline = allowed.date();
        deadlineSource = allowed.source();
        plannedCompletion = deadline;
        newMilestoneChanges.addAll(new MilestoneShift(milestones(), by, today).to(deadline, before, why));
    }

    void reportFixed(String by, Instant now, LocalDate today) {
        mustStandAt("be reported as fixed", Stage.REMEDIATE);
        fixReportedAt = now;
        fixReportedBy = by;
        status = ItemStatus.AWAITING_VERIFICATION;
        enter(Stage.VERIFY, today);
    }

    void completeMilestone(int number, LocalDate on, String by, LocalDate today) {
        milestones().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.because(id + " has no milestone number " + number + "."))
                .complete(on);
        newMilestoneChanges.add(
                new MilestoneChange(number, MilestoneChange.Kind.COMPLETED, today, by, "completed on " + on));
    }

    /** What this transition did to milestones, to be appended; given once. */
    List<MilestoneChange> takeMilestoneChanges() {
        List<MilestoneChange> taken = List.copyOf(newMilestoneChanges);
        newMilestoneChanges.clear();
        return taken;
    }

    void passVerification(String by) {
        mustStandAt("be verified", Stage.VERIFY);
        verifiedBy = by;
    }

    /** The ISSM doubts that a weakness is gone which a scan no longer finds: a new plan is made. */
    void planAnew(LocalDate today) {
        proposedCompletion = null;
        fixReportedAt = null;
        status = ItemStatus.NEW;
        enter(Stage.PLAN, today);
    }

    /** Back to the same work with the same dates, and counted. */
    void failVerification(LocalDate today) {
        mustStandAt("fail its verification", Stage.VERIFY);
        failedVerifications++;
        verifiedBy = null;
        fixReportedAt = null;
        status = ItemStatus.IN_PROGRESS;
        enter(Stage.REMEDIATE, today);
    }

    /** What joined it is worse than what it had: a graver priority counts, a person's milder one does not. */
    void becomeWorse(Severity worst, @Nullable BigDecimal score, Severity proposed, String source) {
        mustBeOpen("become worse");
        severity = worst;
        cvss = score;
        if (proposed.isWorseThan(priority)) {
            priority = proposed;
            prioritySource = source;
        }
    }

    /** Its findings are another item's now. */
    void joinTo(PoamId other, String by, LocalDate today) {
        joinedTo = other.text();
        close(ClosedHow.JOINED, by, today);
    }

    /** The work stops where it stands; what was signed off stays. */
    void acceptRisk(LocalDate today) {
        mustBeOpen("be accepted as a risk");
        status = ItemStatus.RISK_ACCEPTED;
        enter(Stage.ACCEPTED, today);
    }

    /** After an acceptance: the signed-off plan goes on, without one a plan is made. */
    void workGoesOn(LocalDate today) {
        mustStandAt("go on", Stage.ACCEPTED);
        proposedCompletion = null;
        fixReportedAt = null;
        status = plannedCompletion == null ? ItemStatus.NEW : ItemStatus.IN_PROGRESS;
        enter(plannedCompletion == null ? Stage.PLAN : Stage.REMEDIATE, today);
    }

    /** A scan proved an accepted weakness absent: verified, although nobody reported a fix. */
    void provedWhileAccepted(String by) {
        mustStandAt("be verified", Stage.ACCEPTED);
        verifiedBy = by;
    }

    /** The weakness is none. */
    void endAsFalsePositive(String by, LocalDate today) {
        mustNotHaveEnded();
        closedBy = by;
        closedOn = today;
        status = ItemStatus.FALSE_POSITIVE;
        enter(Stage.DONE, today);
    }

    /** What remained of it stood on assets that are retired now: it will not be closed as fixed. */
    void endWithAssets() {
        closedHow = ClosedHow.ASSETS_RETIRED;
    }

    void close(ClosedHow how, String by, LocalDate today) {
        mustNotHaveEnded();
        closedHow = how;
        closedBy = by;
        closedOn = today;
        status = ItemStatus.CLOSED;
        enter(Stage.DONE, today);
    }

    void runIn(String processInstance) {
        processInstanceId = processInstance;
    }

    private void enter(Stage next, LocalDate today) {
        if (next == Stage.ACCEPTED || next == Stage.DONE) {
            vendorWaitUntil = null;
        }
        stage = next;
        stageSince = today;
    }

    private void mustBeOpen(String verb) {
        if (!status.isOpen()) {
            throw Refused.because("%s cannot %s: it is \"%s\".".formatted(id, verb, status.label()));
        }
    }

    private void mustNotHaveEnded() {
        if (stage == Stage.DONE) {
            throw Refused.because(id + " is " + status.label().toLowerCase(Locale.ROOT) + " already.");
        }
    }

    private void mustStandAt(String verb, Stage expected) {
        if (stage != expected) {
            throw Refused.because("%s cannot %s: it is \"%s\" at stage %s. Reload the page to see where it stands."
                    .formatted(id, verb, status.label(), stage));
        }
    }

    /** The signed-off planned completion, before that the deadline. */
    public LocalDate due() {
        return Optional.ofNullable(plannedCompletion).orElse(deadline);
    }

    /** The last day on which it is not overdue: nobody can install what the vendor has not made, while somebody keeps asking for it. */
    public LocalDate inTimeUntil() {
        LocalDate waits = vendorWaitUntil;
        return waits != null && waits.isAfter(due()) ? waits : due();
    }

    public boolean isOverdue(LocalDate today) {
        return status.isOpen() && inTimeUntil().isBefore(today);
    }

    /** The last day of the current check-in with a vendor whose fix is waited for; in the past if a check-in was missed. */
    public Optional<LocalDate> vendorWaitUntil() {
        return Optional.ofNullable(vendorWaitUntil);
    }

    /** The day from which the days of the severity table count: the detection, or a later release of the vendor. */
    public LocalDate clockStartedOn() {
        return Optional.ofNullable(clockStartedOn).orElse(detectedOn);
    }

    /** Whether a signed-off plan is worked, so that nobody needs to make one. */
    public boolean planStands() {
        return stage == Stage.REMEDIATE;
    }

    /** Whether nothing can happen to it any more; an accepted risk has not ended. */
    public boolean hasEnded() {
        return stage == Stage.DONE;
    }

    public PoamId id() {
        return new PoamId(id);
    }

    public String scopeId() {
        return scopeId;
    }

    public Optional<Long> weaknessId() {
        return Optional.ofNullable(weaknessId);
    }

    public Track track() {
        return track;
    }

    public String title() {
        return title;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public String source() {
        return source;
    }

    public Optional<String> sourceId() {
        return Optional.ofNullable(sourceId);
    }

    public Severity severity() {
        return severity;
    }

    public Optional<BigDecimal> cvss() {
        return Optional.ofNullable(cvss);
    }

    public Severity priority() {
        return priority;
    }

    public Optional<String> prioritySource() {
        return Optional.ofNullable(prioritySource);
    }

    public ItemStatus status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    public LocalDate stageSince() {
        return stageSince;
    }

    public LocalDate detectedOn() {
        return detectedOn;
    }

    public LocalDate deadline() {
        return deadline;
    }

    public Optional<String> deadlineSource() {
        return Optional.ofNullable(deadlineSource);
    }

    /** Whether the table wants a person to look before the plan. */
    public boolean needsTriage() {
        return triageNeeded;
    }

    public Optional<String> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    public String ownerGroup() {
        return ownerGroup;
    }

    public Optional<String> remediationPlan() {
        return Optional.ofNullable(remediationPlan);
    }

    public Optional<BigDecimal> estimatedHours() {
        return Optional.ofNullable(estimatedHours);
    }

    public Optional<String> resources() {
        return Optional.ofNullable(resources);
    }

    public Optional<Severity> residualRisk() {
        return Optional.ofNullable(residualRisk);
    }

    public Optional<String> comments() {
        return Optional.ofNullable(comments);
    }

    public Optional<String> planSubmittedBy() {
        return Optional.ofNullable(planSubmittedBy);
    }

    public Optional<LocalDate> proposedCompletion() {
        return Optional.ofNullable(proposedCompletion);
    }

    public Optional<LocalDate> originalCompletion() {
        return Optional.ofNullable(originalCompletion);
    }

    public Optional<LocalDate> plannedCompletion() {
        return Optional.ofNullable(plannedCompletion);
    }

    public Optional<Instant> fixReportedAt() {
        return Optional.ofNullable(fixReportedAt);
    }

    public Optional<String> fixReportedBy() {
        return Optional.ofNullable(fixReportedBy);
    }

    public Optional<String> verifiedBy() {
        return Optional.ofNullable(verifiedBy);
    }

    public int failedVerifications() {
        return failedVerifications;
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    public Optional<ClosedHow> closedHow() {
        return Optional.ofNullable(closedHow);
    }

    /** The closed item whose weakness came back. */
    public Optional<PoamId> reopens() {
        return Optional.ofNullable(reopens).map(PoamId::new);
    }

    /** The item that could take no further asset any more when this one was opened. */
    public Optional<PoamId> siblingOf() {
        return Optional.ofNullable(siblingOf).map(PoamId::new);
    }

    /** What its findings have in common, where that is not their weakness. */
    public Optional<String> groupKey() {
        return Optional.ofNullable(groupKey);
    }

    /** The item that took over its findings. */
    public Optional<PoamId> joinedTo() {
        return Optional.ofNullable(joinedTo).map(PoamId::new);
    }

    public Optional<String> processInstanceId() {
        return Optional.ofNullable(processInstanceId);
    }

    /** The next step of the plan that is not done, by date. */
    public Optional<Milestone> nextMilestone() {
        return milestones().stream()
                .filter(each -> each.completedOn().isEmpty())
                .min(Comparator.comparing(Milestone::due));
    }

    /** Those of the plan as it was submitted last, by number. */
    public List<Milestone> milestones() {
        return milestones.stream().filter(Milestone::stands).toList();
    }
}
