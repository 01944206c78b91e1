package io.closeout.assessment;

import io.closeout.shared.Refused;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers to objectives of one requirement. Those that are left out stay as they are: an answer is changed, never taken back.
 *
 * @param version of the checklist that they were written over; 0 where nothing was saved yet
 * @param partlyMet what is not met is partly met; only for the two requirements that know it
 */
public record NewAnswers(Requirement requirement, int version, boolean partlyMet, List<NewAnswer> answers) {

    public NewAnswers {
        answers = List.copyOf(answers);
        if (partlyMet && !requirement.canBePartlyMet()) {
            throw Refused.because(
                    "%s is met or not met: only IA.L2-3.5.3 and SC.L2-3.13.11 can be partly met (32 CFR 170.24(c)(2)(i)(B)(4))."
                            .formatted(requirement.id()));
        }
        List<String> strangers = answers.stream()
                .map(NewAnswer::objective)
                .filter(each -> !each.requirement().equals(requirement))
                .map(Objective::id)
                .toList();
        if (!strangers.isEmpty()) {
            throw Refused.because("No objective of %s: %s.".formatted(requirement.id(), String.join(", ", strangers)));
        }
        mustBeThereOnce(answers);
    }

    private static void mustBeThereOnce(List<NewAnswer> answers) {
        answers.stream()
                .collect(Collectors.groupingBy(each -> each.objective().id(), Collectors.counting()))
                .forEach((objective, times) -> {
                    if (times > 1) {
                        throw Refused.because("%s is answered %d times. Answer it once.".formatted(objective, times));
                    }
                });
    }
}
