package io.closeout.assessment;

import io.closeout.shared.Shortened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A requirement with the answers to its objectives, and the result that follows from them.
 *
 * @param version counts the saves; 0 for none
 * @param partlyMet what is not met is partly met
 * @param savedBy id of the person who saved last
 * @param answers by letter
 */
public record Checklist(
        Requirement requirement,
        int version,
        boolean partlyMet,
        @Nullable String savedBy,
        @Nullable Instant savedAt,
        Map<String, ObjectiveAnswer> answers) {

    private static final int LONGEST_NOTE = 2000;

    public Checklist {
        answers = Map.copyOf(answers);
    }

    static Checklist untouched(Requirement requirement) {
        return new Checklist(requirement, 0, false, null, null, Map.of());
    }

    public List<Objective> objectives() {
        return Objectives.of(requirement);
    }

    public Optional<ObjectiveAnswer> answer(Objective objective) {
        return Optional.ofNullable(answers.get(objective.letter()));
    }

    public int answered() {
        return answers.size();
    }

    public boolean isComplete() {
        return answered() == objectives().size();
    }

    /**
     * One objective not met is enough for the requirement not to be met; met or not applicable it is only once all of its objectives
     * are answered (32 CFR 170.24(b)).
     */
    public Optional<Result> outcome() {
        if (!with(Determination.NOT_MET).isEmpty()) {
            return Optional.of(partlyMet ? Result.PARTIAL : Result.NOT_MET);
        }
        if (!isComplete()) {
            return Optional.empty();
        }
        boolean nothingApplies = with(Determination.NOT_APPLICABLE).size() == answered();
        return Optional.of(nothingApplies ? Result.NOT_APPLICABLE : Result.MET);
    }

    /** The objectives that were answered so, with their texts and notes, one a line; empty for none. */
    String told(Determination determination) {
        return with(determination).stream().map(Checklist::line).collect(Collectors.joining("\n"));
    }

    /** What stands beside the result, cut to what fits there; null where nothing needs to be said. */
    @Nullable
    String note(Result outcome) {
        String told = told(outcome.isNotMet() ? Determination.NOT_MET : Determination.NOT_APPLICABLE);
        return told.isEmpty() ? null : Shortened.to(LONGEST_NOTE, told.replace('\n', ' '));
    }

    private List<ObjectiveAnswer> with(Determination determination) {
        return objectives().stream()
                .flatMap(each -> answer(each).stream())
                .filter(each -> each.determination() == determination)
                .toList();
    }

    private static String line(ObjectiveAnswer answer) {
        String what = answer.objective().id() + " " + answer.objective().text();
        return answer.note() == null ? what + "." : what + ": " + answer.note();
    }
}
