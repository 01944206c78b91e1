package io.closeout.assessment.web;

import io.closeout.assessment.NewResult;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Result;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Results of a family as its page sends them: {@code result-AC.L2-3.1.1} and {@code note-AC.L2-3.1.1} for each requirement, the day of
 * the assessment, and what those become that have none.
 */
record FamilyForm(Map<String, String> fields) {

    static final String ASSESSED_ON = "assessedOn";
    private static final String OTHERS = "others";

    FamilyForm {
        fields = Map.copyOf(fields);
    }

    /** Those that say something else than the page showed; an untouched field records nothing. */
    List<NewResult> changes(List<RequirementLine> shown) {
        LocalDate day = assessedOn();
        return shown.stream()
                .map(line -> line.with(chosen(line), note(line.requirement())))
                .filter(line -> !line.chosen().isEmpty() && isChanged(line))
                .map(line -> new NewResult(line.requirement(), result(line.chosen()), line.note(), day))
                .toList();
    }

    /** As they were sent, to be mended. */
    List<RequirementLine> over(List<RequirementLine> shown) {
        return shown.stream()
                .map(line -> line.with(result(line.requirement()), note(line.requirement())))
                .toList();
    }

    private static boolean isChanged(RequirementLine line) {
        return line.latest() == null
                || !line.latest().result().name().equals(line.chosen())
                || !line.note()
                        .strip()
                        .equals(
                                line.latest().note() == null
                                        ? ""
                                        : line.latest().note());
    }

    private String chosen(RequirementLine line) {
        String chosen = result(line.requirement());
        return chosen.isEmpty() && line.latest() == null ? fields.getOrDefault(OTHERS, "") : chosen;
    }

    private String result(Requirement requirement) {
        return fields.getOrDefault("result-" + requirement.id(), "");
    }

    private String note(Requirement requirement) {
        return fields.getOrDefault("note-" + requirement.id(), "");
    }

    private static Result result(String word) {
        return Arrays.stream(Result.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.because("\"" + word + "\" is no result. Choose one from the list."));
    }

    private LocalDate assessedOn() {
        return WrittenDate.read(fields.get(ASSESSED_ON), "day of the assessment");
    }
}
