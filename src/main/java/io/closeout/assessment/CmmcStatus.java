package io.closeout.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CMMC Level 2 status of a scope.
 *
 * @param beganAs {@code CONDITIONAL} or {@code FINAL}
 * @param statusDate stays the same when a closeout makes a Conditional status Final (32 CFR 170.4)
 * @param score at the status date
 * @param entries what stood on the POA&amp;M of a Conditional status; the closeout assesses these
 */
public record CmmcStatus(
        long id,
        String scope,
        StatusState state,
        StatusState beganAs,
        AssessmentKind kind,
        String assessor,
        LocalDate statusDate,
        int score,
        String recordedBy,
        Instant recordedAt,
        @Nullable LocalDate endedOn,
        @Nullable String endedWhy,
        List<Entry> entries,
        List<Closeout> closeouts,
        List<Affirmation> affirmations) {

    /** 32 CFR 170.21(b); the status date is day 0. See docs/adr/0011-conditional-status.md. */
    static final int CONDITIONAL_DAYS = 180;
    /** 32 CFR 170.16(a)(1), 170.17(a)(1). */
    static final int FINAL_YEARS = 3;

    /** A requirement that was not met, with the item that works on it. */
    public record Entry(Requirement requirement, int points, String item) {}

    /** @param notMet ids of requirements, with commas between; null if all were met */
    public record Closeout(
            AssessmentKind kind,
            String assessor,
            LocalDate assessedOn,
            @Nullable LocalDate postedOn,
            boolean allMet,
            @Nullable String notMet,
            @Nullable String note,
            String recordedBy,
            Instant recordedAt) {}

    public record Affirmation(
            Occasion occasion,
            String statement,
            String title,
            String contact,
            LocalDate affirmedOn,
            @Nullable String remarks,
            String affirmedBy) {}

    public CmmcStatus {
        entries = List.copyOf(entries);
        closeouts = List.copyOf(closeouts);
        affirmations = List.copyOf(affirmations);
    }

    public boolean isConditional() {
        return state == StatusState.CONDITIONAL;
    }

    /** Conditional Level 2 (Self) … */
    public String label() {
        return (hasBecomeFinal() ? StatusState.FINAL : beganAs).label() + " " + kind.label();
    }

    /** Also of one that has ended since. */
    private boolean hasBecomeFinal() {
        return beganAs == StatusState.FINAL || closedOutOn().isPresent();
    }

    /** The last day on which it is current, unless a closeout makes a Conditional one Final before. */
    public LocalDate lastDay() {
        return hasBecomeFinal() ? statusDate.plusYears(FINAL_YEARS) : lastDayConditional(statusDate);
    }

    static LocalDate lastDayConditional(LocalDate statusDate) {
        return statusDate.plusDays(CONDITIONAL_DAYS);
    }

    /** 0 on the last day. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay());
    }

    /** When the results of the closeout that found everything met were posted. */
    public Optional<LocalDate> closedOutOn() {
        return closeouts.stream().filter(Closeout::allMet).findFirst().map(Closeout::postedOn);
    }

    /** Those that fall to the status by now, made or not, in their order. */
    public List<Occasion> occasions() {
        Stream<Occasion> first = beganAs == StatusState.CONDITIONAL ? Stream.of(Occasion.CONDITIONAL) : Stream.empty();
        return Stream.concat(first, hasBecomeFinal() ? onceFinal() : Stream.empty())
                .toList();
    }

    private Stream<Occasion> onceFinal() {
        return Stream.of(
                beganAs == StatusState.CONDITIONAL ? Occasion.CLOSEOUT : Occasion.FINAL,
                Occasion.FIRST_ANNIVERSARY,
                Occasion.SECOND_ANNIVERSARY);
    }

    /** What is to be affirmed next; a Conditional status that was closed out needs no affirmation as Conditional any more. */
    public Optional<Occasion> pending() {
        return occasions().stream()
                .filter(each -> each != Occasion.CONDITIONAL || isConditional())
                .filter(each -> affirmation(each).isEmpty())
                .findFirst();
    }

    public Optional<Affirmation> affirmation(Occasion occasion) {
        return affirmations.stream().filter(each -> each.occasion() == occasion).findFirst();
    }
}
