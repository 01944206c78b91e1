package io.closeout.assessment.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.assessment.AssessedResult;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Result;
import io.closeout.assessment.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts results, items and names to requirements. */
@Component
class RequirementLines {

    private final People people;

    RequirementLines(People people) {
        this.people = people;
    }

    List<RequirementLine> of(List<Requirement> requirements, Assessment assessment) {
        return requirements.stream().map(each -> line(each, assessment)).toList();
    }

    private RequirementLine line(Requirement requirement, Assessment assessment) {
        AssessedResult latest = assessment.result(requirement).orElse(null);
        Result result = latest == null ? null : latest.result();
        String note = latest == null || latest.note() == null ? "" : latest.note();
        return new RequirementLine(
                requirement,
                latest,
                latest == null ? "" : name(latest.recordedBy()),
                assessment.item(requirement).orElse(null),
                assessment.isToBeAssessedAnew(requirement),
                standing(requirement, result),
                requirement.lost(result),
                result == null ? "" : result.name(),
                note);
    }

    private static @Nullable Standing standing(Requirement requirement, @Nullable Result result) {
        return result != null && result.isNotMet() ? requirement.standing(result) : null;
    }

    String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
