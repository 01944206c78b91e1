package io.closeout.assessment;

import io.closeout.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What somebody determined of an objective. Refuses what is not applicable for no reason. */
public record NewAnswer(
        Objective objective,
        Determination determination,
        @Nullable String note) {

    private static final int LONGEST_NOTE = 1000;

    /** @throws Refused naming the objective and what is wrong */
    public NewAnswer {
        note = WrittenText.optional(note, LONGEST_NOTE, "the note on " + objective.id() + ".");
        if (determination == Determination.NOT_APPLICABLE && note == null) {
            throw Refused.because(
                    "Say in the note why %s is not applicable (32 CFR 170.24(b)(3)).".formatted(objective.id()));
        }
    }
}
