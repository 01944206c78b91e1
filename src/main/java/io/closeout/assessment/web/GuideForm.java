package io.closeout.assessment.web;

import io.closeout.assessment.Checklist;
import io.closeout.assessment.Determination;
import io.closeout.assessment.NewAnswer;
import io.closeout.assessment.NewAnswers;
import io.closeout.assessment.Objective;
import io.closeout.assessment.Objectives;
import io.closeout.assessment.Requirement;
import io.closeout.evidence.WrittenEvidence;
import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a requirement as its page sends them: {@code answer-a} and {@code note-a} for each objective, the version that they were
 * written over, and the words about a file or link that comes with them.
 */
record GuideForm(Map<String, String> fields) {

    static final String VERSION = "version";
    static final String PARTLY = "partlyMet";

    GuideForm {
        fields = Map.copyOf(fields);
    }

    NewAnswers answers(Requirement requirement) {
        List<NewAnswer> answers = Objectives.of(requirement).stream()
                .flatMap(each -> answer(each).stream())
                .toList();
        return new NewAnswers(requirement, version(), fields.containsKey(PARTLY), answers);
    }

    private Optional<NewAnswer> answer(Objective objective) {
        String chosen = chosen(objective);
        if (chosen.isEmpty() && !note(objective).isBlank()) {
            throw Refused.because("You wrote a note on %s. Say as well whether it is met, not met or not applicable."
                    .formatted(objective.id()));
        }
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewAnswer(objective, determination(chosen), note(objective)));
    }

    static Determination determination(@Nullable String word) {
        return Arrays.stream(Determination.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refused.because("\"" + word + "\" is no answer. Use one of: MET, NOT_MET, NOT_APPLICABLE."));
    }

    int version() {
        try {
            return Integer.parseInt(fields.getOrDefault(VERSION, ""));
        } catch (NumberFormatException e) {
            throw Refused.because(
                    "Open the page of the requirement anew: it was not said over which version this was written.");
        }
    }

    WrittenEvidence evidence(@Nullable String fileName) {
        return new WrittenEvidence(
                fileName, fields.get("link"), fields.get("kind"), fields.get("date"), fields.get("evidenceNote"));
    }

    /** @param pointOut whether somebody saved meanwhile */
    List<ObjectiveLine> over(Checklist checklist, boolean pointOut) {
        return lines(checklist)
                .map(line -> line.with(chosen(line.objective()), note(line.objective()), pointOut))
                .toList();
    }

    static Stream<ObjectiveLine> lines(Checklist checklist) {
        return checklist.objectives().stream().map(each -> ObjectiveLine.of(each, checklist));
    }

    private String chosen(Objective objective) {
        return fields.getOrDefault("answer-" + objective.letter(), "");
    }

    private String note(Objective objective) {
        return fields.getOrDefault("note-" + objective.letter(), "");
    }
}
