package io.closeout.assessment.web;

import io.closeout.assessment.Checklist;
import io.closeout.assessment.Determination;
import io.closeout.assessment.Objective;
import io.closeout.assessment.ObjectiveAnswer;
import io.closeout.assessment.Result;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of the guided self-assessment as programs read it.
 *
 * @param version to be sent along with answers
 * @param result that follows from the answers; null while they are open
 */
record ChecklistDocument(
        String requirement,
        String title,
        int version,
        boolean partlyMet,
        @Nullable Result result,
        int answered,
        List<ObjectiveDocument> objectives) {

    /** @param answer null if it was not looked at yet */
    record ObjectiveDocument(
            String objective,
            String text,
            @Nullable Determination answer,
            @Nullable String note,
            @Nullable String by,
            @Nullable Instant at) {}

    static ChecklistDocument of(Checklist checklist) {
        return new ChecklistDocument(
                checklist.requirement().id(),
                checklist.requirement().title(),
                checklist.version(),
                checklist.partlyMet(),
                checklist.outcome().orElse(null),
                checklist.answered(),
                checklist.objectives().stream()
                        .map(each -> one(each, checklist))
                        .toList());
    }

    private static ObjectiveDocument one(Objective objective, Checklist checklist) {
        ObjectiveAnswer answer = checklist.answer(objective).orElse(null);
        return answer == null
                ? new ObjectiveDocument(objective.id(), objective.text(), null, null, null, null)
                : new ObjectiveDocument(
                        objective.id(),
                        objective.text(),
                        answer.determination(),
                        answer.note(),
                        answer.by(),
                        answer.at());
    }
}
