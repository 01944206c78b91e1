package io.closeout.assessment.web;

import io.closeout.assessment.Checklist;
import io.closeout.assessment.Objective;
import io.closeout.assessment.ObjectiveAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An objective as its form shows it.
 *
 * @param saved null if nothing was answered yet
 * @param chosen what the form holds; empty for nothing
 * @param differs what was saved meanwhile is something else than the form holds
 */
record ObjectiveLine(
        Objective objective, @Nullable ObjectiveAnswer saved, String chosen, String note, boolean differs) {

    static ObjectiveLine of(Objective objective, Checklist checklist) {
        ObjectiveAnswer saved = checklist.answer(objective).orElse(null);
        return new ObjectiveLine(objective, saved, chosen(saved), note(saved), false);
    }

    /** As it was sent, to be mended; what stands saved is pointed out where somebody saved meanwhile. */
    ObjectiveLine with(String sentChoice, String sentNote, boolean pointOut) {
        boolean other = !chosen.equals(sentChoice) || !note.equals(sentNote.strip());
        return new ObjectiveLine(objective, saved, sentChoice, sentNote, pointOut && saved != null && other);
    }

    private static String chosen(@Nullable ObjectiveAnswer saved) {
        return saved == null ? "" : saved.determination().name();
    }

    private static String note(@Nullable ObjectiveAnswer saved) {
        return saved == null || saved.note() == null ? "" : saved.note();
    }
}
