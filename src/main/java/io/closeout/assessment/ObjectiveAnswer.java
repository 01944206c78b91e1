package io.closeout.assessment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands recorded of an objective.
 *
 * @param by id of the person
 */
public record ObjectiveAnswer(
        Objective objective,
        Determination determination,
        @Nullable String note,
        String by,
        Instant at) {

    boolean says(NewAnswer wanted) {
        return determination == wanted.determination() && Objects.equals(note, wanted.note());
    }
}
