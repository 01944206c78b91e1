package io.closeout.assessment.web;

import io.closeout.assessment.AssessedResult;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.assessment.Scorecard;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of a scope as programs read it.
 *
 * @param score 110 less what is not met; what was not assessed takes nothing off
 * @param atWorst if everything that was not assessed were not met
 */
record AssessmentDocument(
        String scope, int score, int atWorst, int scoreIfOpenItemsClose, List<RequirementDocument> requirements) {

    /**
     * @param result null if it was not assessed
     * @param lost points that it costs now
     * @param allowedOnPoam whether it may stand on a Conditional POA&amp;M; null unless it is not met
     * @param rule what says so
     */
    record RequirementDocument(
            String id,
            String title,
            int points,
            @Nullable Result result,
            int lost,
            @Nullable LocalDate assessedOn,
            @Nullable String note,
            @Nullable String item,
            boolean toBeAssessedAnew,
            @Nullable Boolean allowedOnPoam,
            @Nullable String rule) {}

    static AssessmentDocument of(String scope, Assessment assessment) {
        Scorecard scorecard = assessment.scorecard();
        return new AssessmentDocument(
                scope,
                scorecard.score(),
                scorecard.atWorst(),
                assessment.scoreIfOpenItemsClose(),
                Requirements.all().stream().map(each -> one(each, assessment)).toList());
    }

    private static RequirementDocument one(Requirement requirement, Assessment assessment) {
        AssessedResult latest = assessment.result(requirement).orElse(null);
        Result result = latest == null ? null : latest.result();
        var standing = result != null && result.isNotMet() ? requirement.standing(result) : null;
        return new RequirementDocument(
                requirement.id(),
                requirement.title(),
                requirement.points(),
                result,
                requirement.lost(result),
                latest == null ? null : latest.assessedOn(),
                latest == null ? null : latest.note(),
                assessment.item(requirement).map(each -> each.id().text()).orElse(null),
                assessment.isToBeAssessedAnew(requirement),
                standing == null ? null : standing.allowed(),
                standing == null ? null : standing.rule());
    }
}
