package io.closeout.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latest result of a requirement in a scope.
 *
 * @param recordedBy id of a person, or {@code system}
 */
public record AssessedResult(
        Requirement requirement, Result result, @Nullable String note, LocalDate assessedOn, String recordedBy) {}
