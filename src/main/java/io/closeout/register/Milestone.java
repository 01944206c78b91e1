package io.closeout.register;

import io.closeout.shared.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a plan with its date. Words and original date stay; what changes later is a {@link MilestoneChange}. */
@Entity
@Table(name = "milestone")
public class Milestone {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "position_no")
    private int positionNo;

    private String description;
    private LocalDate dueOn;
    private LocalDate originalDueOn;
    private @Nullable LocalDate completedOn;
    private @Nullable LocalDate droppedOn;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Milestone() {}

    Milestone(int number, Plan.PlannedMilestone planned) {
        this.positionNo = number;
        this.description = planned.description();
        this.dueOn = planned.due();
        this.originalDueOn = planned.due();
    }

    /** As it stood where the plan was kept before. */
    Milestone(int number, ItemTakeover.KnownMilestone known) {
        this(number, new Plan.PlannedMilestone(known.description(), known.due()));
        this.completedOn = known.completedOn();
        this.droppedOn = known.droppedOn();
    }

    void complete(LocalDate on) {
        if (completedOn != null) {
            throw Refused.because("Milestone " + positionNo + " was completed on " + completedOn + " already.");
        }
        completedOn = on;
    }

    void moveTo(LocalDate due) {
        dueOn = due;
    }

    void drop(LocalDate on) {
        droppedOn = on;
    }

    /** Part of the plan as it was submitted last. */
    boolean stands() {
        return droppedOn == null;
    }

    /** From 1, in the order of the plan. */
    public int number() {
        return positionNo;
    }

    public String description() {
        return description;
    }

    public LocalDate due() {
        return dueOn;
    }

    public LocalDate originalDue() {
        return originalDueOn;
    }

    public Optional<LocalDate> completedOn() {
        return Optional.ofNullable(completedOn);
    }
}
