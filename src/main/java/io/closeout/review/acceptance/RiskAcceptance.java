package io.closeout.review.acceptance;

import io.closeout.policy.AcceptanceKind;
import io.closeout.register.PoamId;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept a risk, and what became of it.
 *
 * @param original the rating when it was asked; it stays beside the residual one
 * @param renews the acceptance that this one is to follow
 * @param course null until it was in force
 */
public record RiskAcceptance(
        ApprovalRequest approval,
        WantedAcceptance wanted,
        Severity original,
        Severity residual,
        List<Control> controls,
        @Nullable Long renews,
        AcceptanceState state,
        @Nullable Course course) {

    /**
     * What happened since it is in force.
     *
     * @param reviewed the day on which somebody looked last, at first the start
     */
    public record Course(
            LocalDate started, LocalDate reviewed, @Nullable End end) {}

    /** How it ended. */
    public record End(Instant at, EndedHow how, String why) {}

    public RiskAcceptance {
        controls = List.copyOf(controls);
    }

    public long id() {
        return approval.id();
    }

    public PoamId item() {
        return approval.item();
    }

    public AcceptanceKind kind() {
        return wanted.kind();
    }

    public boolean isInForce() {
        return state == AcceptanceState.IN_FORCE;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(wanted.until());
    }

    public boolean isAdjusted() {
        return residual != original;
    }

    /** Such as "In force until 2026-09-30", and before that where the request stands. */
    public String standing() {
        return switch (state) {
            case PROPOSED -> approval.state().label();
            case IN_FORCE -> until().map(day -> "In force until " + day).orElse("In force, no end");
            case ENDED -> endedHow().map(EndedHow::label).orElse("Ended");
        };
    }

    public Optional<EndedHow> endedHow() {
        return end().map(End::how);
    }

    public Optional<End> end() {
        return Optional.ofNullable(course).map(Course::end);
    }

    /** @throws IllegalStateException before it was in force */
    public Course inForce() {
        return Optional.ofNullable(course)
                .orElseThrow(() -> new IllegalStateException("Acceptance " + id() + " never was in force"));
    }

    public boolean isUndecided() {
        return approval.state() == ApprovalState.REQUESTED || approval.state() == ApprovalState.AWAITING_LEADERSHIP;
    }
}
