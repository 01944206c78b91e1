package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a status can be recorded and closed out. */
final class StatusRules {

    private StatusRules() {}

    /** @return every rule that stands against recording a status on these results, in plain words; empty if none does */
    static List<String> obstacles(Assessment assessment, LocalDate statusDate) {
        Scorecard scorecard = assessment.scorecard();
        List<String> found = new ArrayList<>();
        if (!scorecard.notAssessed().isEmpty()) {
            found.add("Not assessed by %s (%d): %s."
                    .formatted(statusDate, scorecard.notAssessed().size(), ids(scorecard.notAssessed())));
        }
        if (scorecard.score() < Scorecard.LEAST_FOR_CONDITIONAL) {
            found.add("The score is %d; a Conditional status needs at least %d of %d (32 CFR 170.21(a)(2)(i))."
                    .formatted(scorecard.score(), Scorecard.LEAST_FOR_CONDITIONAL, Scorecard.HIGHEST));
        }
        if (!scorecard.barred().isEmpty()) {
            found.add("Not met, and may not stand on the POA&M of a Conditional status: %s."
                    .formatted(listed(scorecard.barred(), each -> "%s (%s)"
                            .formatted(each.id(), scorecard.standing(each).rule()))));
        }
        if (!assessment.withoutEntry().isEmpty()) {
            found.add("Not met, and without an item on the assessment track (32 CFR 170.24(c)(2)(i)(B)(6)): %s."
                    .formatted(ids(assessment.withoutEntry())));
        }
        return found;
    }

    private static String ids(List<Requirement> requirements) {
        return listed(requirements, Requirement::id);
    }

    private static String listed(List<Requirement> requirements, Function<Requirement, String> words) {
        return requirements.stream().map(words).collect(Collectors.joining(", "));
    }

    /** @throws Refused for a date to come, and where the status would have ended already */
    static void mustBeCurrent(LocalDate statusDate, boolean conditional, LocalDate today) {
        if (statusDate.isAfter(today)) {
            throw Refused.because("The status date, " + statusDate + ", lies in the future.");
        }
        LocalDate lastDay =
                conditional ? CmmcStatus.lastDayConditional(statusDate) : statusDate.plusYears(CmmcStatus.FINAL_YEARS);
        if (lastDay.isBefore(today)) {
            throw Refused.because("A %s status of %s was current until %s only. Check the year."
                    .formatted(conditional ? "Conditional" : "Final", statusDate, lastDay));
        }
    }

    /** @throws Refused if the report does not fit the status or the calendar */
    static void mustFit(NewCloseout report, CmmcStatus status, boolean allMet, LocalDate today) {
        if (report.kind() != status.kind()) {
            throw Refused.because("This is a status of %s; its closeout assessment is performed likewise (%s)."
                    .formatted(status.kind().label(), status.kind().closeoutRule()));
        }
        if (report.assessedOn().isBefore(status.statusDate())
                || report.assessedOn().isAfter(today)) {
            throw Refused.because(
                    "The day of the closeout assessment, %s, must lie between the status date, %s, and today."
                            .formatted(report.assessedOn(), status.statusDate()));
        }
        mustBePosted(report.postedOn(), report.assessedOn(), status, allMet, today);
        if (!allMet && report.note() == null) {
            throw Refused.because("Say in the note what is still not met, so that the owners can mend it.");
        }
    }

    private static void mustBePosted(
            @Nullable LocalDate postedOn, LocalDate assessedOn, CmmcStatus status, boolean allMet, LocalDate today) {
        if (postedOn == null) {
            if (allMet) {
                throw Refused.because(
                        "Give the day on which the results were posted: the closeout counts from then (%s)."
                                .formatted(status.kind().postingRule()));
            }
            return;
        }
        if (postedOn.isBefore(assessedOn) || postedOn.isAfter(today)) {
            throw Refused.because("The day of posting, %s, must lie between the assessment, %s, and today."
                    .formatted(postedOn, assessedOn));
        }
        if (postedOn.isAfter(status.lastDay())) {
            throw Refused.because("Posted on %s, after day 180, %s: the Conditional status expires (%s)."
                    .formatted(postedOn, status.lastDay(), status.kind().postingRule()));
        }
    }
}
