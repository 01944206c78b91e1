package io.closeout.assessment.web;

import io.closeout.assessment.AssessedResult;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Family;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import java.util.Arrays;
import java.util.List;

/**
 * How a family of requirements stands.
 *
 * @param met also what is not applicable
 * @param notMet also what is partly met
 */
record FamilyLine(Family family, int requirements, long met, long notMet, long notAssessed, int lost) {

    static List<FamilyLine> of(Assessment assessment) {
        return Arrays.stream(Family.values())
                .map(family -> of(family, assessment))
                .toList();
    }

    static FamilyLine of(Family family, Assessment assessment) {
        List<Requirement> all = Requirements.of(family);
        List<Result> results = all.stream()
                .flatMap(each -> assessment.result(each).stream())
                .map(AssessedResult::result)
                .toList();
        long notMet = results.stream().filter(Result::isNotMet).count();
        int lost = all.stream()
                .mapToInt(each -> each.lost(
                        assessment.result(each).map(AssessedResult::result).orElse(null)))
                .sum();
        return new FamilyLine(family, all.size(), results.size() - notMet, notMet, all.size() - results.size(), lost);
    }
}
