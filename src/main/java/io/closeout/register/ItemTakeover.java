package io.closeout.register;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that was kept elsewhere until now, with what became of it there.
 *
 * @param closedOn the day on which it was closed there; null if it is open
 * @param changes of its milestones, oldest first
 */
public record ItemTakeover(
        NewItem item,
        @Nullable String ownerId,
        PlanEdit plan,
        @Nullable LocalDate originalCompletion,
        @Nullable LocalDate plannedCompletion,
        @Nullable LocalDate closedOn,
        List<KnownMilestone> milestones,
        List<MilestoneChange> changes,
        List<NamedAsset> assets) {

    private static final int LONGEST_MILESTONE = 2000;

    public ItemTakeover {
        milestones = List.copyOf(milestones);
        changes = List.copyOf(changes);
        assets = List.copyOf(assets);
    }

    /** A milestone as it stands, done and dropped ones as well. */
    public record KnownMilestone(
            String description,
            LocalDate due,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate droppedOn) {

        public KnownMilestone {
            if (description.isBlank() || description.length() > LONGEST_MILESTONE) {
                throw Refused.because("A milestone needs a text of 1 to " + LONGEST_MILESTONE + " characters.");
            }
        }
    }

    /** Whether somebody has a plan with a date to work on. */
    boolean isPlanned() {
        return ownerId != null
                && plannedCompletion != null
                && milestones.stream().anyMatch(each -> each.droppedOn() == null);
    }

    /** Only for what {@link #isPlanned}. */
    LocalDate agreedCompletion() {
        if (plannedCompletion == null) {
            throw new IllegalStateException("There is no planned completion");
        }
        return plannedCompletion;
    }
}
