package io.closeout.assessment.web;

import io.closeout.assessment.AssessedResult;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Standing;
import io.closeout.register.PoamItem;
import org.jspecify.annotations.Nullable;

/**
 * A requirement as a page shows it.
 *
 * @param latest null if it was not assessed yet
 * @param recordedBy name of the person
 * @param item the newest item that it opened
 * @param anew its item is closed, and whether it is met now was not assessed
 * @param standing null unless it is not met
 * @param chosen what the field of the result holds; empty for none
 */
record RequirementLine(
        Requirement requirement,
        @Nullable AssessedResult latest,
        String recordedBy,
        @Nullable PoamItem item,
        boolean anew,
        @Nullable Standing standing,
        int lost,
        String chosen,
        String note) {

    RequirementLine with(String chosenResult, String writtenNote) {
        return new RequirementLine(
                requirement, latest, recordedBy, item, anew, standing, lost, chosenResult, writtenNote);
    }
}
