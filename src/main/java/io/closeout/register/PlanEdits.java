package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.Plan.PlannedMilestone;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of what nobody signs, while the work goes on: how, with what, by which steps. The signed-off date stays as it is. */
@Service
@Transactional
public class PlanEdits {

    private final ItemChanges changes;
    private final PolicyCalendar calendar;

    PlanEdits(ItemChanges changes, PolicyCalendar calendar) {
        this.changes = changes;
        this.calendar = calendar;
    }

    /**
     * Why the person may not change the plan of the item now, in words for them; empty if they may. Owner, owner group and ISSM may, unless
     * somebody looks at the plan at the moment to sign its date.
     */
    public static Optional<String> whyNot(PoamItem item, Actor by) {
        if (item.hasEnded()) {
            return Optional.of(item.id() + " is " + item.status().label().toLowerCase(Locale.ROOT) + ".");
        }
        if (item.stage() == Stage.SIGN_OFF) {
            return Optional.of(
                    "The plan of " + item.id() + " waits for the sign-off of its date. Change it after the decision.");
        }
        if (!worksOn(item, by)) {
            return Optional.of("Only the owner of " + item.id() + ", its owner group or the ISSM may change its plan.");
        }
        return Optional.empty();
    }

    private static boolean worksOn(PoamItem item, Actor by) {
        return by.isIn(Group.ISSM)
                || item.ownerId().filter(by.id()::equals).isPresent()
                || Group.withId(item.ownerGroup()).filter(by::isIn).isPresent();
    }

    /** @throws Refused as {@link #whyNot}, and if a signed-off plan would lose its remediation */
    public void edit(PoamId id, PlanEdit to, @Nullable String reason, Actor by) {
        mustBeAllowed(id, by);
        if (to.remediationPlan() == null && changes.get(id).plannedCompletion().isPresent()) {
            throw Refused.because("The plan of " + id + " is signed off; it needs a planned remediation.");
        }
        changes.change(id, "planEdited", by, reason, item -> item.edit(to));
    }

    /**
     * Brings the milestones in line with a list: those with the same words are kept, others added or dropped, each noted as a change.
     *
     * @param completed by the words of the milestone, on which day it was done
     * @throws Refused as {@link #whyNot}, and for milestones after the planned completion
     */
    public void reviseMilestones(
            PoamId id,
            List<PlannedMilestone> plan,
            Map<String, LocalDate> completed,
            @Nullable String reason,
            Actor by) {
        mustBeAllowed(id, by);
        mustFit(changes.get(id), plan, completed);
        changes.change(id, "milestonesRevised", by, reason, item -> {
            item.reviseMilestones(plan, by.id(), calendar.today());
            List<Milestone> done = item.milestones().stream()
                    .filter(each -> each.completedOn().isEmpty() && completed.containsKey(each.description()))
                    .toList();
            done.forEach(each -> item.completeMilestone(
                    each.number(),
                    Objects.requireNonNull(completed.get(each.description())),
                    by.id(),
                    calendar.today()));
        });
    }

    private void mustFit(PoamItem item, List<PlannedMilestone> plan, Map<String, LocalDate> completed) {
        if (plan.isEmpty() && !item.milestones().isEmpty()) {
            throw Refused.because("The plan of " + item.id() + " needs at least one milestone.");
        }
        item.plannedCompletion().or(item::proposedCompletion).ifPresent(end -> plan.stream()
                .filter(each -> each.due().isAfter(end) && !completed.containsKey(each.description()))
                .findFirst()
                .ifPresent(late -> {
                    throw Refused.because(
                            "The milestone \"%s\" of %s is due %s, after the planned completion %s. Ask for more time first."
                                    .formatted(late.description(), item.id(), late.due(), end));
                }));
        completed.forEach((what, on) -> {
            if (on.isAfter(calendar.today())) {
                throw Refused.because("The milestone \"%s\" of %s is completed on %s, which lies in the future."
                        .formatted(what, item.id(), on));
            }
        });
    }

    private void mustBeAllowed(PoamId id, Actor by) {
        whyNot(changes.get(id), by).ifPresent(why -> {
            throw Refused.because(why);
        });
    }
}
