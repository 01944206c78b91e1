package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment found of one requirement. It is made of what a person wrote, and refuses what does not fit together.
 *
 * @param assessedOn the day of the assessment, from which the result holds
 */
public record NewResult(
        Requirement requirement, Result result, @Nullable String note, LocalDate assessedOn) {

    private static final int LONGEST_NOTE = 2000;

    /** @throws Refused naming the requirement and what is wrong */
    public NewResult {
        note = note == null || note.isBlank() ? null : note.strip();
        if (result == Result.PARTIAL && !requirement.canBePartlyMet()) {
            throw Refused.because(
                    requirement.id()
                            + " is met or not met: only IA.L2-3.5.3 and SC.L2-3.13.11 can be partly met (32 CFR 170.24(c)(2)(i)(B)(4)).");
        }
        if (result != Result.MET && note == null) {
            throw Refused.because("Say in the note why %s is %s (32 CFR 170.24(b))."
                    .formatted(requirement.id(), result.label().toLowerCase(Locale.ROOT)));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.because(
                    "The note on %s has more than 2,000 characters. Shorten it.".formatted(requirement.id()));
        }
    }
}
