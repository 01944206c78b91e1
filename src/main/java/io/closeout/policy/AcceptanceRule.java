package io.closeout.policy;

import static java.time.temporal.ChronoUnit.DAYS;

import io.closeout.policy.ExtensionRule.Signers;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a risk may be accepted. All days are calendar days.
 *
 * @param words why nobody may accept it; empty otherwise
 * @param longestDays 0: it has no end
 * @param renewalDays before the end
 * @param decideWithinDays for each signature
 */
public record AcceptanceRule(
        Signers signers,
        String words,
        int longestDays,
        Reviews reviews,
        int renewalDays,
        int decideWithinDays,
        String source) {

    /**
     * When it is looked at again.
     *
     * @param percent of the term; 0: every {@code days}
     * @param monthlyDays where monthly reviews were asked for
     */
    public record Reviews(int percent, int days, int monthlyDays) {}

    public boolean leadershipSigns() {
        return signers == Signers.ISSM_AND_LEADERSHIP;
    }

    public boolean hasEnd() {
        return longestDays > 0;
    }

    /** The latest last day of an acceptance that starts on that day; none if it has no end. */
    public Optional<LocalDate> latestEnd(LocalDate start) {
        return hasEnd() ? Optional.of(start.plusDays(longestDays)) : Optional.empty();
    }

    /**
     * When an acceptance is looked at again; none if it ends by then.
     *
     * @param reviewed the day of the last look, at first the start
     */
    public Optional<LocalDate> nextReview(
            LocalDate start, LocalDate reviewed, @Nullable LocalDate until, boolean monthly) {
        LocalDate next = reviewed.plusDays(daysBetweenReviews(start, until, monthly));
        return until != null && !next.isBefore(until) ? Optional.empty() : Optional.of(next);
    }

    private long daysBetweenReviews(LocalDate start, @Nullable LocalDate until, boolean monthly) {
        if (monthly) {
            return reviews.monthlyDays();
        }
        return until == null || reviews.percent() == 0
                ? reviews.days()
                : Math.max(1, DAYS.between(start, until) * reviews.percent() / 100);
    }

    /** The day on which its owner is asked whether to renew it; none if it has no end. */
    public Optional<LocalDate> renewalDue(LocalDate start, @Nullable LocalDate until) {
        return Optional.ofNullable(until)
                .map(end -> end.minusDays(renewalDays))
                .map(day -> day.isBefore(start) ? start : day);
    }
}
