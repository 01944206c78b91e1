package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A status to be recorded. Whether it is Conditional or Final follows from the results.
 *
 * @param assessor who assessed: the C3PAO, or who led the self-assessment
 * @param statusDate the day on which the results were submitted to SPRS or eMASS (32 CFR 170.4, CMMC Status Date)
 */
public record NewStatus(AssessmentKind kind, String assessor, LocalDate statusDate) {

    private static final int LONGEST_NAME = 200;

    /** @throws Refused naming the first thing that is missing */
    public static NewStatus asked(
            @Nullable AssessmentKind kind, @Nullable String assessor, @Nullable LocalDate statusDate) {
        if (kind == null) {
            throw Refused.because(
                    "Say who assessed: SELF for a self-assessment, C3PAO for a certification assessment.");
        }
        if (statusDate == null) {
            throw Refused.because(
                    "Give the status date: the day on which the results were submitted to SPRS or to CMMC eMASS.");
        }
        return new NewStatus(
                kind,
                WrittenText.required(
                        assessor, LONGEST_NAME, "Name the assessor: the C3PAO, or who led the self-assessment."),
                statusDate);
    }
}
