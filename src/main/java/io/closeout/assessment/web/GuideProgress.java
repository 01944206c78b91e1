package io.closeout.assessment.web;

import io.closeout.assessment.Assessment;
import io.closeout.assessment.Checklist;
import io.closeout.assessment.Family;
import java.util.Arrays;
import java.util.List;

/**
 * How far the guided self-assessment of a family is.
 *
 * @param decided requirements whose answers lead to a result
 * @param met of those with a result, wherever that came from; also what is not applicable
 */
record GuideProgress(
        Family family, int requirements, long decided, long objectives, long answered, long met, long notMet) {

    static List<GuideProgress> of(List<Checklist> checklists, Assessment assessment) {
        return Arrays.stream(Family.values())
                .map(family -> of(
                        family,
                        checklists.stream()
                                .filter(each -> each.requirement().family() == family)
                                .toList(),
                        assessment))
                .toList();
    }

    private static GuideProgress of(Family family, List<Checklist> checklists, Assessment assessment) {
        FamilyLine results = FamilyLine.of(family, assessment);
        return new GuideProgress(
                family,
                checklists.size(),
                checklists.stream().filter(each -> each.outcome().isPresent()).count(),
                checklists.stream().mapToInt(each -> each.objectives().size()).sum(),
                checklists.stream().mapToInt(Checklist::answered).sum(),
                results.met(),
                results.notMet());
    }

    static GuideProgress total(List<GuideProgress> families) {
        return families.stream()
                .reduce((one, other) -> new GuideProgress(
                        one.family,
                        one.requirements + other.requirements,
                        one.decided + other.decided,
                        one.objectives + other.objectives,
                        one.answered + other.answered,
                        one.met + other.met,
                        one.notMet + other.notMet))
                .orElseThrow();
    }
}
