package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a closeout assessment found (32 CFR 170.21(b)).
 *
 * @param met the requirements that were found met; all others of the POA&amp;M were not
 * @param postedOn when the results were posted to SPRS or to CMMC eMASS; null as long as they are not
 */
public record NewCloseout(
        AssessmentKind kind,
        String assessor,
        LocalDate assessedOn,
        @Nullable LocalDate postedOn,
        Set<Requirement> met,
        @Nullable String note) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;

    public NewCloseout {
        met = Set.copyOf(met);
    }

    /** @throws Refused naming the first thing that is missing */
    public static NewCloseout reported(
            @Nullable AssessmentKind kind,
            @Nullable String assessor,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate postedOn,
            Set<String> met,
            @Nullable String note) {
        if (kind == null) {
            throw Refused.because("Say who performed the closeout assessment: SELF or C3PAO.");
        }
        if (assessedOn == null) {
            throw Refused.because("Give the day of the closeout assessment.");
        }
        return new NewCloseout(
                kind,
                WrittenText.required(
                        assessor, LONGEST_NAME, "Name the assessor: the C3PAO, or who led the self-assessment."),
                assessedOn,
                postedOn,
                met.stream().map(Requirements::get).collect(Collectors.toSet()),
                WrittenText.optional(note, LONGEST_NOTE, "the note on the closeout assessment."));
    }
}
